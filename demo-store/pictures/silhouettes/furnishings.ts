import type { Brush } from '../Brush.ts'
import { box, heart, oval, poly, scallop } from '../shapes.ts'
import type { Silhouettes } from './Silhouette.ts'

/** What stands on the floor or hangs at the window. */
export const furnishings: Silhouettes = {
  cabinet,
  chair,
  curtain,
}

const brass = '#d4ab55'

function cabinet(b: Brush): string {
  const { trim, deep, paper } = b.palette
  const title = b.item.title
  const feet = b.flat(box(86, 408, 26, 17, 3) + box(288, 408, 26, 17, 3), deep)
  const drawersIn = (x: number, y: number, w: number, h: number, columns: number, rows: number): string =>
    Array.from({ length: columns * rows }, (_, at) => {
      const [cw, ch] = [w / columns, h / rows]
      const [dx, dy] = [x + (at % columns) * cw + 4, y + Math.floor(at / columns) * ch + 4]
      return (
        b.flat(box(dx, dy, cw - 8, ch - 8, 3), b.palette.body) + b.print(box(dx, dy, cw - 8, ch - 8)) +
        b.plain(oval(dx + cw / 2 - 4, dy + ch / 2 - 4, Math.min(8, ch / 6)), brass)
      )
    }).join('')
  if (/crates|cubes/i.test(title)) {
    const crate = (x: number, y: number): string =>
      [0, 34, 68].map(dy => b.flat(box(x, y + dy, 196, 30, 3), b.palette.body)).join('') +
      b.flat(box(x, y, 16, 98, 2) + box(x + 180, y, 16, 98, 2), deep) + b.patch(box(x + 74, y + 43, 48, 12, 6), b.palette.ink)
    return (
      /cubes/i.test(title) ? [[56, 137], [204, 137], [56, 281], [204, 281]].map(([x = 0, y = 0], at) => b.flat(box(x, y, 140, 144, 6), b.palette.body) + b.plain(box(x + 14, y + 14, 112, 116, 4), at % 3 ? deep : trim)).join('') : crate(102, 327) +
      crate(102, 223) + b.flat(oval(160, 200, 26) + oval(212, 196, 28) + oval(254, 206, 22), '#c4574c')
    )
  }
  if (/shel(?:f|ves)|shelving|unit/i.test(title)) {
    return b.flat('M84 140q116-80 232 0v285H84z', deep) + b.plain('M100 152q100-62 200 0v258H100z', b.palette.pale) + b.flat(box(100, 240, 200, 12), b.palette.body) + b.flat(box(100, 330, 200, 12), b.palette.body) + b.flat(box(120, 182, 30, 58, 5), '#c4574c') + b.flat(box(156, 200, 44, 40, 8), '#6f96b5') + b.flat(oval(250, 212, 27), trim) + b.flat('M132 330v-30h50v30zM126 300h62v-10h-62z', '#e2b75c') + b.plain(heart(240, 302, 46), '#d98f99') +
      drawersIn(98, 344, 204, 68, /3/.test(title) ? 3 : 2, 1) + b.cord('M84 142q116-80 232 0V420H84z', b.palette.body, 10)
  }
  if (/drawer|chest/i.test(title) && !/cupboard|hall/i.test(title)) {
    const many = /20|seventeen|17/.test(title)
    const rows = many ? 5 : Number(/(\d) drawer/i.exec(title)?.[1] ?? 3)
    return (
      feet + b.flat(poly(62, 130, 92, 104, 308, 104, 338, 130), deep) + b.flat(box(70, 130, 260, 282, 5), deep) +
      drawersIn(78, 138, 244, 268, many ? 4 : rows > 4 ? 2 : 1, many ? 5 : rows > 4 ? 4 : rows)
    )
  }
  const glazed = /glass|curio/i.test(title)
  const door = (x: number): string =>
    b.flat(box(x, 160, 110, 158, 3), b.palette.body) +
    (glazed ? b.plain(box(x + 14, 174, 82, 130, 2), '#d5e4ea') + b.line(`M${x + 55} 174v130M${x + 14} 238h82`, 2) + `<path d="M${x + 26} 226l22-30" stroke="#fff" stroke-width="6" stroke-linecap="round"/>` : b.print(box(x, 160, 110, 158)) + b.plain(box(x + 18, 180, 74, 118, 3), b.palette.pale) + b.plain(heart(x + 55, 234, 40), trim))
  return (
    feet + b.flat('M66 130q134-70 268 0v18H66z', trim === paper ? deep : trim) + b.flat(box(76, 146, 248, 266, 4), deep) +
    door(86) + door(204) + b.plain(oval(188, 244, 6) + oval(212, 244, 6), brass) + drawersIn(82, 322, 236, 84, 2, 1)
  )
}

function chair(b: Brush): string {
  const { trim, deep } = b.palette
  const title = b.item.title
  if (/desk/i.test(title)) {
    return (
      b.cord('M80 260V420M250 260V420', deep, 10) + b.flat(poly(50, 262, 86, 214, 300, 214, 274, 262), '#c9996a') +
      b.flat(box(50, 260, 226, 24, 4), '#c9996a') + b.cord('M270 345V420M350 250V420', deep, 9) +
      b.flat(box(256, 336, 102, 16, 5), '#c9996a') + b.flat(box(336, 236, 20, 60, 5), '#c9996a') +
      b.flat(box(120, 196, 60, 18, 2), '#6f96b5') + b.flat(box(128, 180, 50, 16, 2), '#c4574c')
    )
  }
  if (/table/i.test(title)) {
    return (
      b.cord('M120 250L84 420M280 250L316 420M150 250L140 396M250 250L260 396', b.palette.body, 9) +
      (/round/i.test(title) ? b.body(oval(200, 236, 150, 46)) : b.body(poly(44, 262, 92, 206, 308, 206, 356, 262))) +
      b.line('M110 330H290', 4) + b.plain(heart(200, 236, 40), trim)
    )
  }
  if (/bar stool/i.test(title)) {
    return (
      b.cord('M150 200L112 420M250 200L288 420', '#8f979c', 10) + b.line('M132 330H268', 7) +
      b.body('M104 170q0-40 96-40t96 40v18q0 26-96 26t-96-26z') + b.line('M104 176q96 36 192 0', 1.4)
    )
  }
  if (/stool/i.test(title)) {
    return (
      b.flat(poly(100, 320, 130, 320, 116, 425, 92, 425) + poly(270, 320, 300, 320, 308, 425, 284, 425), '#c9996a') +
      b.body('M56 270q0-36 40-36h208q40 0 40 36v34q0 32-40 32H96q-40 0-40-32z') + b.line('M62 300q138 20 276 0', 1.4) +
      (b.item.motif === undefined ? b.words('Home', 200, 270, 180, 50, trim) : '')
    )
  }
  if (/love seat|bench/i.test(title)) {
    return (
      b.cord('M70 425V250M330 425V250', b.palette.body, 10) +
      b.cord('M70 320C60 150 190 110 200 190C210 110 340 150 330 320', b.palette.body, 9) +
      b.cord('M200 190V320M130 190V320M270 190V320M100 230V320M165 200V320M235 200V320M300 230V320', b.palette.body, 5) +
      b.body(box(54, 318, 292, 34, 12)) + b.plain(heart(200, 236, 54), trim)
    )
  }
  return (
    b.cord('M118 110L140 420M282 110L260 420M108 420L280 300M292 420L120 300', '#c9996a', 10) +
    b.body('M124 112h152l-8 150q-4 60 20 84H112q24-24 20-84z') + b.line('M130 262q70 24 140 0', 1.4)
  )
}

function curtain(b: Brush): string {
  const { trim, body, deep } = b.palette
  const strings = Array.from({ length: 14 }, (_, at) => 62 + at * 21.2)
  const pole = b.cord('M46 104H354', '#c9996a', 12) + b.plain(oval(40, 104, 13) + oval(360, 104, 13), brass)
  const hung = strings.map((x, at) => {
    const end = 425 - (at % 3) * 8
    if (/pom|circle/i.test(b.item.title)) {
      return (
        b.line(`M${x} 110V${end}`, 1.6) +
        [0, 1, 2, 3, 4].map(step => b.flat(/pom/i.test(b.item.title) ? scallop(x, 146 + step * 62 + (at % 2) * 26, 13, 13, 8) : oval(x, 146 + step * 62 + (at % 2) * 26, 13), ['#c4574c', '#e2b75c', '#86a57b', '#6f96b5', '#d98f99'][/multi|pompom/i.test(b.item.title) ? (at + step) % 5 : (at + step) % 2 ? 4 : 3] ?? body)).join('')
      )
    }
    if (/feather/i.test(b.item.title)) {
      return (
        b.line(`M${x} 110V${end}`, 1.6) +
        [0, 1, 2, 3].map(step => b.plain(`M${x} ${140 + step * 72 + (at % 2) * 30}q15 22 0 50q-15-28 0-50z`, (at + step) % 2 ? body : deep)).join('')
      )
    }
    return b.cord(`M${x} 110V${end}`, at % 2 ? trim : body, 10)
  }).join('')
  return hung + pole
}
