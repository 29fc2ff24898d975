import type { Brush } from '../Brush.ts'
import { heart, oval, petals, poly, short, star } from '../shapes.ts'

const gold = '#d4ab55'
const silver = '#bcc3c6'

/** The metal of hooks, chains and hoops: gold where the title is old or golden, else silver. */
export function metal(b: Brush): string {
  return /gold|brass|copper|antique|vintage|amber/i.test(b.item.title) ? gold : silver
}

function butterfly(x: number, y: number, s: number): string {
  const at = (dx: number, dy: number): string => `${short(dx * s)} ${short(dy * s)}`
  const wing = (side: number): string => `M${x} ${y}c${at(side * 10, -50)} ${at(side * 60, -60)} ${at(side * 58, -20)}c${at(0, 16)} ${at(side * -14, 22)} ${at(side * -20, 24)}c${at(side * 14, 8)} ${at(side * 10, 36)} ${at(side * -8, 38)}c${at(side * -18, 0)} ${at(side * -28, -22)} ${at(side * -30, -42)}z`
  return wing(1) + wing(-1)
}

/** The pendant or setting the title speaks of, `size` across. */
export function gem(b: Brush, x: number, y: number, size: number): string {
  const { body, trim } = b.palette
  const title = b.item.title
  const r = size / 2
  const shine = `<path d="M${short(x - r * 0.4)} ${short(y - r * 0.1)}q${short(r * 0.1)}${short(-r * 0.34)} ${short(r * 0.4)}${short(-r * 0.42)}" stroke="#fff" stroke-width="${short(Math.max(2, r * 0.12))}" stroke-linecap="round" fill="none"/>`
  if (/heart|sweetheart|locket/i.test(title)) return b.flat(heart(x, y, size), body) + shine
  if (/butterfly|dragonfly/i.test(title)) {
    return (
      b.flat(butterfly(x, y, size / 110), body) +
      b.cord(`M${x} ${short(y - r * 0.5)}v${short(size * 0.5)}`, '#4a4039', Math.max(2, size / 26))
    )
  }
  if (/star/i.test(title)) return b.flat(star(x, y, r * 1.1, r * 0.5), body) + shine
  if (/skull/i.test(title)) {
    return (
      b.flat(`M${x - r} ${y - r * 0.1}c0${-r * 1.1} ${size} ${-r * 1.1} ${size} 0c0 ${r * 0.5} ${-r * 0.4} ${r * 0.5} ${-r * 0.4} ${r * 0.9}h${-r * 1.2}c0 ${-r * 0.4} ${-r * 0.4} ${-r * 0.4} ${-r * 0.4} ${-r * 0.9}z`, body) +
      b.patch(oval(x - r * 0.38, y, r * 0.22) + oval(x + r * 0.38, y, r * 0.22), b.palette.ink)
    )
  }
  if (/flower|rose|daisy|blossom|lily|frangipani|dais|floral|petal/i.test(title)) {
    return (
      b.flat(petals(x, y, r * 0.62, r * 0.42, 6), body) +
      b.plain(oval(x, y, r * 0.36), trim === body ? gold : /daisy|dais/i.test(title) ? '#e2b75c' : trim)
    )
  }
  if (/leaf|leaves/i.test(title)) {
    return (
      b.flat(`M${x} ${y - r}q${r * 1.1} ${r * 0.7} 0 ${size}q${-r * 1.1} ${-r * 1.3} 0 ${-size}z`, body) +
      b.line(`M${x} ${y - r}v${size}`)
    )
  }
  if (/bow/i.test(title)) {
    return (
      b.flat(`M${x} ${y}c${-r * 0.4} ${-r * 0.9} ${-r * 1.4} ${-r * 0.7} ${-r * 1.2} 0s${r * 0.8} ${r * 0.9} ${r * 1.2} 0zM${x} ${y}c${r * 0.4} ${-r * 0.9} ${r * 1.4} ${-r * 0.7} ${r * 1.2} 0s${-r * 0.8} ${r * 0.9} ${-r * 1.2} 0z`, body) +
      b.plain(oval(x, y, r * 0.26), trim)
    )
  }
  if (/shell|pearl|bead|orbit|ball|marble|seed|stone|round/i.test(title)) return b.flat(oval(x, y, r * 0.9), body) + shine
  if (/drop|tear/i.test(title)) {
    return (
      b.flat(`M${x} ${y - r}c${r * 0.3} ${r * 0.6} ${r * 0.8} ${r * 0.8} ${r * 0.8} ${r * 1.2}a${r * 0.8} ${r * 0.8} 0 0 1 ${-r * 1.6} 0c0 ${-r * 0.4} ${r * 0.5} ${-r * 0.6} ${r * 0.8} ${-r * 1.2}z`, body) +
      shine
    )
  }
  return (
    b.flat(poly(x - r * 0.5, y - r * 0.9, x + r * 0.5, y - r * 0.9, x + r, y - r * 0.2, x, y + r, x - r, y - r * 0.2), body) +
    b.line(`M${x - r} ${y - r * 0.2}h${size}M${x - r * 0.5} ${y - r * 0.9}L${x - r * 0.3} ${y - r * 0.2}L${x} ${y + r}L${x + r * 0.3} ${y - r * 0.2}L${x + r * 0.5} ${y - r * 0.9}`, Math.min(1.5, r / 14))
  )
}
