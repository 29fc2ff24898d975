import type { Brush } from '../Brush.ts'
import { box, heart, leaf, oval, petals, poly, short, star } from '../shapes.ts'
import type { Silhouettes } from './Silhouette.ts'

/** What hangs from a nail by a cord, and what hangs on a wall to be useful. */
export const hangings: Silhouettes = {
  'wicker heart': wickerHeart,
  wreath,
  'wind chime': windChime,
  'coat rack': coatRack,
  'wall tidy': wallTidy,
  'key cabinet': keyCabinet,
  'photo clips': photoClips,
  'bird ornament': birdOrnament,
  'drawer knob': drawerKnob,
}

const leaves = '#6f9468'
const brass = '#d4ab55'
const steel = '#bcc3c6'

function nail(b: Brush, toY: number): string {
  return b.line(`M200 78V${toY}`, 3) + b.plain(oval(200, 78, 8), brass)
}

function bow(b: Brush, x: number, y: number, colour: string): string {
  return (
    b.plain(`M${x} ${y}c-14-26-46-22-44 0s30 22 44 0zM${x} ${y}c14-26 46-22 44 0s-30 22-44 0z`, colour) +
    b.plain(oval(x, y, 9), colour)
  )
}

function wickerHeart(b: Brush): string {
  const isStar = /star/i.test(b.item.title)
  const rim = (size: number): string => (isStar ? star(200, 278, size * 0.56, size * 0.25) : heart(200, 278, size))
  const canes = Array.from({ length: 9 }, (_, index) => 84 + index * 29)
  if (/trellis/i.test(b.item.title)) {
    return (
      nail(b, 190) +
      b.cord('M200 400V200M140 356V178M260 356V178M100 306V200M300 306V200M76 240H324M110 308H290M92 274H308', b.palette.body, 6) +
      b.cord(rim(270), b.palette.body, 13)
    )
  }
  const weave = canes.map((x, index) => `M${x} ${index % 2 ? 150 : 160}C${x + 26} 240 ${x - 26} 320 ${x + (200 - x) * 0.5} 400`).join('')
  return (
    `<clipPath id="wicker"><path d="${rim(280)}"/></clipPath>` + nail(b, 190) + b.flat(rim(286), b.palette.body) +
    `<g clip-path="url(#wicker)">${b.line(weave, 2)}${b.line('M60 190q18-12 36 0t36 0t36 0t36 0t36 0t36 0t36 0M60 226q18 12 36 0t36 0t36 0t36 0t36 0t36 0t36 0M60 262q18-12 36 0t36 0t36 0t36 0t36 0t36 0t36 0M60 298q18 12 36 0t36 0t36 0t36 0t36 0t36 0t36 0M60 334q18-12 36 0t36 0t36 0t36 0t36 0t36 0t36 0M60 370q18 12 36 0t36 0t36 0t36 0t36 0t36 0', 2)}</g>` +
    bow(b, 200, isStar ? 136 : 190, b.palette.trim)
  )
}

function wreath(b: Brush): string {
  const title = b.item.title
  const inHeart = /heart/i.test(title)
  const twig = /wicker|metal|cinnamon/i.test(title)
  const colour = twig ? '#b98a5a' : /cream|white/i.test(title) ? '#f3ead6' : leaves
  const ring = inHeart ? heart(200, 278, 232) : oval(200, 278, 104)
  const sprigs = Array.from({ length: 18 }, (_, step) => {
    const angle = (2 * Math.PI * step) / 18
    const [cx, cy] = inHeart
      ? [200 + 7.1 * 16 * Math.sin(angle) ** 3, 262 - 7.1 * (13 * Math.cos(angle) - 5 * Math.cos(2 * angle) - 2 * Math.cos(3 * angle) - Math.cos(4 * angle))]
      : [200 + 104 * Math.sin(angle), 278 - 104 * Math.cos(angle)]
    const turn = angle + (step % 2 ? 0.9 : 2.1)
    return (
      b.plain(leaf(Number(short(cx)), Number(short(cy)), Number(short(46 * Math.sin(turn))), Number(short(-46 * Math.cos(turn))), 0.5), step % 3 ? colour : b.palette.pale === colour ? '#fff' : twig ? '#d3a778' : '#8fae85') +
      (step % 3 === 1 ? b.plain(oval(Number(short(cx)), Number(short(cy)), 8), '#c23b33') : '')
    )
  }).join('')
  return (
    nail(b, 160) + b.cord(ring, twig ? '#a37a4e' : '#5a7c54', 34) +
    (twig && /wicker/i.test(title) ? b.cord(ring, '#c9a06d', 10) : sprigs) + bow(b, 200, inHeart ? 210 : 172, '#c23b33')
  )
}

function windChime(b: Brush): string {
  const { body, trim } = b.palette
  const colours = [body, trim, '#e2b75c', body, trim]
  const tubes = /chime/i.test(b.item.title)
  const hung = [92, 146, 200, 254, 308].map((x, index) => {
    const end = [320, 380, 340, 390, 310][index] ?? 340
    if (tubes) return b.line(`M${x} 190V220`, 2) + b.flat(box(x - 9, 218, 18, end - 210, 8), steel)
    return (
      b.line(`M${x} 190V${end - 40}`, 2) +
      (b.item.motif === 'Daisy' ? b.flat(petals(x, end - 10, 20, 12, 7), '#fbf7f0') + b.plain(oval(x, end - 10, 12), '#e2b75c') : /circ/i.test(b.item.title) ? b.flat(oval(x, end - 12, 27), colours[index] ?? body) : /bird/i.test(b.item.title) ? `<g>${b.emblem(x, end - 12, 62)}</g>` : b.flat(heart(x, end - 8, 56), colours[index] ?? body))
    )
  })
  return (
    b.line('M80 176L200 92L320 176M200 92V170', 2.5) + b.plain(oval(200, 86, 8), brass) + hung.join('') +
    b.flat('M60 184q0-16 140-16t140 16t-140 16T60 184z', /bamboo|wood/i.test(b.item.title) ? '#c9996a' : body)
  )
}

function coatRack(b: Brush): string {
  const { trim, deep, body } = b.palette
  const title = b.item.title
  if (/hangers?\b/i.test(title) && !/peg hanger|hook|sock/i.test(title)) {
    return (
      b.cord('M200 208v-34c0-18 30-22 30-48c0-32-50-34-54-4', steel, 7) +
      b.body('M200 200c30 0 40 14 150 90c18 14 8 36-14 36H64c-22 0-32-22-14-36c110-76 120-90 150-90z') +
      b.line('M92 296q108-70 216 0', 1.5) + bow(b, 200, 222, trim)
    )
  }
  const words = title.toLowerCase()
  const count = /single|\b1 hook|tile hook|home hook|bathroom hook|suction|miniature|pantry hook|cast iron/.test(words) ? 1 : /triple|\b3\b/.test(words) ? 3 : /four|\b4\b/.test(words) ? 4 : /\b5\b|sock/.test(words) ? 5 : 3
  if (count === 1) {
    return (
      b.body('M112 116q0-16 16-16h144q16 0 16 16v156q0 50-88 50t-88-50z') +
      (b.item.motif === undefined ? b.plain(heart(200, 188, 92), trim) : b.plain(oval(200, 190, 62), b.palette.paper) + b.emblem(200, 190, 92, b.palette.paper)) +
      b.cord('M200 286v70c0 60 84 60 84-6v-14', steel, 13) + b.plain(oval(284, 330, 13), brass)
    )
  }
  const gap = 270 / count
  const hooks = Array.from({ length: count }, (_, index) => {
    const x = Number(short(65 + gap * (index + 0.5)))
    return (
      b.plain(box(x - 13, 244, 26, 38, 8), brass) + b.cord(`M${x} 272v64c0 34 34 34 34 2`, steel, 9) +
      b.plain(oval(x + 34, 334, 8), brass) + b.plain(oval(x, 256, 4), deep)
    )
  }).join('')
  return (
    b.body('M46 212q0-14 14-14h74c14-60 118-60 132 0h74q14 0 14 14v64q0 14-14 14H60q-14 0-14-14z') +
    (b.item.motif === undefined ? b.plain(heart(200, 206, 48), trim) : b.plain(oval(200, 204, 32), body) + b.emblem(200, 204, 52)) +
    hooks
  )
}

function wallTidy(b: Brush): string {
  const { trim, deep, paper } = b.palette
  if (/rack|letter|newspaper/i.test(b.item.title)) {
    return (
      b.flat(poly(96, 200, 286, 176, 310, 400, 110, 400), paper) + b.line('M118 222l80-10M120 240l110-14') +
      b.plain(box(252, 196, 34, 40), '#c4574c') + b.flat(poly(80, 250, 240, 226, 280, 400, 90, 400), '#f5ead0') +
      b.body('M62 306h276v97q0 22-22 22H84q-22 0-22-22z') +
      (b.item.motif === undefined ? b.plain(heart(200, 366, 70), trim) : '') + b.line('M62 324h276')
    )
  }
  const pocket = (x: number, y: number, w: number, h: number): string =>
    b.flat(`M${x} ${y}h${w}v${h - 16}q0 16-16 16H${x + 16}q-16 0-16-16z`, deep) + b.print(box(x, y + 4, w, h - 14)) +
    b.plain(box(x - 2, y - 6, w + 4, 14, 4), trim)
  return (
    b.line('M96 124L200 82L304 124', 3) + b.plain(oval(200, 82, 8), brass) + b.cord('M66 126H334', '#c9996a', 11) +
    b.flat('M76 128h248v297H76z', b.palette.body) +
    b.plain(box(124, 170, 14, 70, 3), '#c4574c') + b.plain(poly(150, 180, 162, 176, 170, 240, 156, 240), '#5f88b0') +
    b.plain(box(216, 176, 66, 60), paper) + b.line('M228 190h42M228 202h30') +
    pocket(94, 224, 98, 88) + pocket(208, 224, 98, 88) + pocket(94, 340, 212, 70)
  )
}

function keyCabinet(b: Brush): string {
  const { trim, deep } = b.palette
  const key = (x: number, y: number): string =>
    b.cord(`M${x} ${y}v58`, brass, 6) + b.plain(`M${x} ${y + 38}h18v8h-8v6h8v8h-18z`, brass) +
    b.cord(oval(x, y - 16, 15), brass, 7)
  return (
    b.flat(poly(60, 176, 200, 84, 340, 176), deep) + b.body(box(76, 176, 248, 249, 4)) +
    b.plain(box(102, 202, 196, 198, 3), b.palette.paper) + b.line('M114 222h172', 4) + key(148, 268) + key(204, 268) +
    key(258, 268) + b.plain(heart(200, 142, 46), trim)
  )
}

function photoClips(b: Brush): string {
  const { paper } = b.palette
  const photo = (x: number, y: number, turn: number): string =>
    `<g transform="rotate(${turn} ${x} ${y})">${b.flat(box(x - 44, y + 8, 88, 108, 3), paper)}${b.plain(box(x - 34, y + 20, 68, 66), '#d5e4ec')}${b.plain(`M${x - 34} ${y + 86}q20-36 36-12q14-18 32 12z`, '#8fae85')}${b.flat(box(x - 7, y - 16, 14, 40, 4), b.palette.body)}</g>`
  return (
    b.line('M46 150Q200 250 354 150', 3) + b.plain(oval(46, 148, 8), brass) + b.plain(oval(354, 148, 8), brass) +
    photo(104, 188, 6) + photo(204, 204, -2) + photo(302, 184, -8)
  )
}

function birdOrnament(b: Brush): string {
  const duck = (x: number, y: number, s: number): string =>
    `<g transform="translate(${x} ${y}) scale(${s})">${b.flat('M-80 10c30-4 60-6 84 6c20-24 40-34 66-30c14 2 20 12 20 22l-14 2c-10 30-40 46-76 42c-40-4-66-20-80-42z', b.palette.body)}${b.plain('M88-2l24 8-24 8z', '#e2a03c')}${b.flat('M0 14C-40-20-50-60-36-84c30 10 64 50 66 96z', b.palette.trim)}${b.patch(oval(74, -2, 4), b.palette.ink)}</g>`
  const perched = (x: number, y: number, s: number, colour: string, wing: string): string =>
    `<g transform="translate(${x} ${y}) scale(${s})">${b.line('M-14-6V20M22-6V20', 6)}${b.flat('M-170-10c20-30 60-60 88-84c10-64 58-104 112-98c46 6 70 40 66 80c-2 70-56 116-120 114c-44-2-84-24-146-12z', colour)}${b.plain('M90-134l38 14-40 16z', '#e2a03c')}${b.patch(oval(58, -132, 8), b.palette.ink)}${b.flat('M-66-74c50-30 104-4 96 30c-34 32-96 14-96-30z', wing)}${b.patch(oval(40, -104, 13, 9), '#e79a94', 0.7)}</g>`
  if (b.item.setSize === undefined) {
    return (
      perched(150, 260, 0.62, '#6f96b5', '#f6ead0') + b.cord('M50 274H250', '#c9996a', 12) +
      perched(232, 405, 0.92, b.palette.body, b.palette.trim)
    )
  }
  return duck(240, 190, 1) + duck(160, 300, 0.8) + duck(96, 392, 0.6)
}

function drawerKnob(b: Brush): string {
  const clear = /glass|acrylic|crystal/i.test(b.item.title)
  const facets = /hexagon|edwardian|acrylic/i.test(b.item.title)
  return (
    b.flat(box(56, 330, 288, 95, 6), '#c9996a') + b.line('M72 346h256v62H72z') + b.flat('M162 330q0-26 38-26t38 26z', brass) +
    b.flat(box(178, 276, 44, 36, 4), brass) +
    (facets ? b.body(poly(130, 130, 270, 130, 318, 204, 262, 286, 138, 286, 82, 204)) + b.line('M82 204H318M130 130L160 204L138 286M270 130L240 204L262 286') : b.body(oval(200, 200, 106, 94))) +
    (clear ? `<path d="M124 190q10-40 50-50" stroke="#fff" stroke-width="8" stroke-linecap="round" fill="none"/>` : '')
  )
}
