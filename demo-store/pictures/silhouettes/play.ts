import type { Brush } from '../Brush.ts'
import { box, heart, oval, petals, poly, scallop, star } from '../shapes.ts'
import type { Silhouettes } from './Silhouette.ts'

/** Games and things to make. */
export const play: Silhouettes = {
  jigsaw,
  skittles,
  'spinning tops': spinningTops,
  dominoes,
  marbles,
  'drawing slate': drawingSlate,
  'paint set': paintSet,
  harmonica,
  'craft kit': craftKit,
  'mini chalk': miniChalk,
}

const wood = '#d9b384'
const skin = '#f3cfae'
const hues = ['#c4574c', '#e2b75c', '#86a57b', '#6f96b5', '#9a7fb5', '#d98f99'] as const

function face(b: Brush, x: number, y: number, gap: number): string {
  return b.patch(oval(x - gap, y, 6) + oval(x + gap, y, 6), b.palette.ink) + b.line(`M${x - 12} ${y + 26}q12 11 24 0`, 2.5)
}

function jigsaw(b: Brush): string {
  const { trim, paper } = b.palette
  const piece = (x: number, y: number): string => `M${x} ${y}h44c-12-34 40-34 28 0h44v44c34-12 34 40 0 28v44h-44c12-34-40-34-28 0h-44v-44c34 12 34-40 0-28z`
  if (/alphabet blocks/i.test(b.item.title)) return [[66, 317, 'A'], [226, 317, 'C'], [146, 209, 'B']].map(([x, y, letter], at) => b.flat(box(Number(x), Number(y), 108, 108, 8), hues[at] ?? '') + b.plain(box(Number(x) + 12, Number(y) + 12, 84, 84, 4), paper) + b.words(String(letter), Number(x) + 54, Number(y) + 54, 84, 84, hues[at])).join('')
  return (
    b.body(box(56, 128, 232, 232, 4)) + b.plain(oval(172, 244, 74), paper) +
    (b.emblem(172, 244, 108, paper) || b.plain(star(172, 248, 60, 26), trim)) +
    b.line('M56 206h44c-12-34 40-34 28 0h88c-12 34 40 34 28 0h44M56 284h88c-12-34 40-34 28 0h116M134 128v44c34-12 34 40 0 28v84c-34-12-34 40 0 28v48M212 128v100c34-12 34 40 0 28v104', 2) +
    `<g transform="rotate(14 280 360)">${b.flat(piece(228, 306), trim)}</g>`
  )
}

function skittles(b: Brush): string {
  const { trim } = b.palette
  const title = b.item.title
  if (/croquet/i.test(title)) {
    return (
      b.cord('M230 425V300C230 240 320 240 320 300V425', '#8f979c', 8) +
      `<g transform="rotate(10 130 300)">${b.flat(box(124, 96, 16, 250, 4), wood)}${b.flat(box(80, 330, 104, 52, 8), '#c4574c')}${b.plain(box(96, 330, 12, 52) + box(156, 330, 12, 52), '#f6ead0')}</g>` +
      b.flat(oval(228, 391, 34), '#6f96b5') + b.line('M196 384q32 12 64 0', 3)
    )
  }
  if (/rounders/i.test(title)) {
    return (
      `<g transform="rotate(18 180 260)">${b.flat('M164 90q16-14 32 0l-2 120 22 100q4 70-36 90q-40-20-36-90l22-100z', wood)}${b.line('M168 120h26M168 136h26M168 152h26', 3)}</g>` +
      b.flat(oval(300, 382, 43), '#fbf7f0') + b.line('M272 352q24 30 4 62M326 350q-22 30-2 66', 2.5)
    )
  }
  const soldier = /soldier/i.test(title)
  const one = (x: number, y: number, colour: string): string =>
    soldier || !/ice cream/i.test(title)
      ? b.flat(`M${x - 26} ${y + 70}h52l12 110q0 12-12 12h-52q-12 0-12-12z`, colour) + b.flat(oval(x, y + 46, 28), skin) +
      b.flat(`M${x - 29} ${y + 34}c-6-60 64-60 58 0z`, '#37322e') +
      b.patch(oval(x - 9, y + 46, 3) + oval(x + 9, y + 46, 3), b.palette.ink) +
      b.line(`M${x - 28} ${y + 84}l58 70M${x + 28} ${y + 84}l-58 70`, 3) + b.plain(box(x - 36, y + 152, 72, 12), '#fbf7f0')
      : b.flat(poly(x - 34, y + 90, x + 34, y + 90, x + 12, y + 192, x - 12, y + 192), '#d9a05c') +
      b.flat(oval(x, y + 60, 40, 42), colour) + b.plain(oval(x, y + 14, 11), '#c23b33') +
      b.line(`M${x - 24} ${y + 100}l34 80M${x + 24} ${y + 100}l-34 80`, 1.3)
  return (
    one(136, 140, '#6f96b5') + one(268, 140, trim) + one(86, 232, '#c4574c') + one(314, 232, '#86a57b') +
    one(200, 228, '#c4574c') + b.flat(oval(264, 398, 27), '#e2b75c')
  )
}

function spinningTops(b: Brush): string {
  const title = b.item.title
  const cup = b.palette.body
  if (/rope/i.test(title)) {
    return (
      b.cord('M110 210C40 430 360 440 290 210', '#e6cfa3', 11) +
      [110, 290].map((x, at) => b.flat(box(x - 20, 84, 40, 130, 16), at ? '#6f96b5' : '#c4574c') + b.plain(box(x - 20, 110, 40, 12) + box(x - 20, 172, 40, 12), '#f6ead0')).join('')
    )
  }
  if (/disc/i.test(title)) {
    return (
      b.flat('M56 300c0 50 288 50 288 0v26c0 60-288 60-288 0z', b.palette.deep) + b.body(oval(200, 296, 146, 66)) +
      b.line(oval(200, 292, 118, 48), 1.5) + b.line('M60 200q20-20 44-10M300 180q24-4 40 14M150 190q50-14 96-4', 3)
    )
  }
  if (/catch cup/i.test(title)) {
    return (
      b.line('M200 250C300 120 340 180 304 268', 2.5) + b.flat(oval(300, 288, 31), '#c4574c') +
      b.flat('M178 290h44l12 135h-68z', wood) + b.body('M108 150h184c0 84-40 144-92 144s-92-60-92-144z') +
      b.flat(oval(200, 150, 92, 24), b.palette.deep)
    )
  }
  if (/nancy/i.test(title)) {
    return (
      b.cord('M200 300C190 380 250 360 260 412', '#c4574c', 18) + b.body('M140 200h120l16 130q-76 30-152 0z') +
      b.flat(oval(200, 152, 62, 58), skin) + face(b, 200, 150, 22) +
      b.patch('M138 146c0-64 124-64 124 0c-30-22-94-22-124 0z', '#8d6748') +
      [168, 190, 212, 234].map(x => b.line(`M${x} 98v-24`, 4)).join('')
    )
  }
  const top = (x: number, y: number, s: number, colour: string, band: string): string => `<g transform="translate(${x} ${y}) scale(${s})">${b.flat(box(-8, -130, 16, 60, 6), wood)}${b.flat('M-80-60q80-30 160 0c0 60-60 100-80 140c-20-40-80-80-80-140z', colour)}${b.patch('M-77-40q77 26 154 0l-6 24q-70 24-142 0z', band)}${b.line('M-80-60q80 30 160 0', 1.5)}</g>`
  return (
    top(128, 336, 1.1, cup, '#f6ead0') + top(280, 350, 0.94, '#6f96b5', '#e2b75c') + top(214, 190, 0.86, '#86a57b', '#c4574c')
  )
}

function dominoes(b: Brush): string {
  const title = b.item.title
  const cream = '#fbf3e2'
  if (/bingo/i.test(title)) {
    return (
      b.flat(box(56, 230, 288, 195, 8), cream) + b.patch(box(56, 230, 288, 36), '#c4574c') +
      b.words('BINGO', 200, 249, 200, 32, cream) +
      b.line('M56 266h288M56 319h288M56 372h288M128 266v159M200 266v159M272 266v159') +
      ['7', '', '41', '60', '', '23', '', '66', '9', '', '52', ''].map((n, at) => (n === '' ? b.patch(box(58 + (at % 4) * 72, 268 + Math.floor(at / 4) * 53, 68, 49), '#e7d5b4') : b.words(n, 92 + (at % 4) * 72, 293 + Math.floor(at / 4) * 53, 60, 40))).join('') +
      [[120, 170, '88'], [212, 150, '22'], [294, 180, '11']].map(([x, y, n], at) => b.flat(oval(Number(x), Number(y), 36), hues[at] ?? '') + b.plain(oval(Number(x), Number(y), 22), cream) + b.words(String(n), Number(x), Number(y), 36, 30)).join('')
    )
  }
  if (/snakes|ludo|noughts|tail|heads/i.test(title)) {
    const squares = Array.from({ length: 25 }, (_, at) => (at % 2 ? box(76 + (at % 5) * 50, 150 + Math.floor(at / 5) * 50, 50, 50) : '')).join('')
    const marks = /noughts/i.test(title) ? b.cord('M110 184l50 50M160 184l-50 50M226 336l50 50M276 336l-50 50', '#c4574c', 12) + b.cord(oval(251, 210, 26) + oval(136, 362, 26), '#6f96b5', 12) : b.cord('M110 370C90 300 190 310 160 250S220 180 270 190', '#86a57b', 18) + b.cord('M240 380L290 250M270 390L320 260M250 352l32 10M262 322l32 10M274 292l32 10', wood, 6) + b.patch(oval(272, 186, 3), b.palette.ink)
    return (
      b.flat(box(60, 134, 282, 291, 6), b.palette.body) + b.plain(box(76, 150, 250, 250), cream) +
      b.patch(squares, '#e2b75c', 0.6) + marks
    )
  }
  if (/sticks/i.test(title)) {
    return (
      [-40, -26, -12, 4, 18, 32, 46].map((turn, at) => `<g transform="rotate(${turn} 200 330)">${b.flat(poly(194, 110, 206, 110, 208, 400, 192, 400), hues[at % 6] ?? '')}</g>`).join('') +
      b.body('M120 330c0 22 160 22 160 0v70c0 34-160 34-160 0z')
    )
  }
  const pips = (x: number, y: number, n: number): string => b.patch(([[0, 0]].slice(0, n % 2).concat(n > 1 ? [[-18, -18], [18, 18]] : [], n > 3 ? [[18, -18], [-18, 18]] : [])).map(([dx = 0, dy = 0]) => oval(x + dx, y + dy, 7)).join(''), b.palette.ink)
  const tile = (x: number, y: number, turn: number, top: number, low: number): string => `<g transform="rotate(${turn} ${x + 42} ${y + 82})">${b.flat(box(x, y, 84, 164, 12), cream)}${b.line(`M${x + 12} ${y + 82}h60`, 2.5)}${pips(x + 42, y + 42, top)}${pips(x + 42, y + 122, low)}</g>`
  return (
    tile(66, 160, -12, 3, 5) + tile(250, 150, 10, 2, 1) + tile(158, 110, 2, 5, 4) + b.body(box(60, 300, 280, 125, 6)) +
    b.line('M60 326h280')
  )
}

function marbles(b: Brush): string {
  const marble = (x: number, y: number, at: number): string =>
    b.flat(oval(x, y, 26), hues[at % 6] ?? '') +
    `<path d="M${x - 14} ${y + 6}q14-22 28-8" stroke="#fff" stroke-width="5" stroke-linecap="round" fill="none"/>`
  return (
    b.flat('M134 196C90 240 70 300 74 360c4 50 40 65 126 65s122-15 126-65c4-60-16-120-60-164z', '#e4eeee') +
    [[120, 330], [176, 312], [232, 322], [284, 340], [112, 384], [168, 370], [224, 378], [280, 392], [150, 268], [208, 262], [256, 282]].map(([x = 0, y = 0], at) => marble(x, y, at)).join('') +
    b.plain('M134 196q66 26 132 0l26-82q-92 36-184 0z', '#e4eeee') + b.cord('M136 196q64 24 128 0', b.palette.trim, 11) +
    b.line('M160 190l-14-58M200 202v-66M240 190l14-58')
  )
}

function drawingSlate(b: Brush): string {
  const { trim, paper } = b.palette
  return (
    b.body(box(62, 112, 250, 313, 16)) + b.plain(box(86, 190, 202, 206, 4), '#e4e2dc') + b.plain(oval(187, 150, 31), paper) +
    b.emblem(187, 150, 44, paper) + b.line('M120 340q30-80 60-30t70-50M124 366h110M214 246a16 16 0 1 0 .1 0', 4) +
    `<g transform="rotate(14 334 300)">${b.flat(box(322, 170, 22, 200, 8), trim)}${b.flat(poly(322, 370, 344, 370, 333, 404), '#37322e')}</g>`
  )
}

function paintSet(b: Brush): string {
  const { trim, deep, paper } = b.palette
  const title = b.item.title
  if (/egg/i.test(title)) {
    return (
      [96, 166, 236, 306].map((x, at) => b.flat(oval(x, 304, 34, 48), '#f8f0e0') + b.plain(`M${x - 33} 296q33 ${at % 2 ? 16 : -14} 66 0v18q-33 ${at % 2 ? 16 : -14}-66 0z`, hues[at] ?? '')).join('') +
      b.flat(box(46, 322, 308, 103, 6), wood) + b.line('M46 356h308M46 390h308') + b.cord('M130 220L240 110', trim, 8)
    )
  }
  if (/clay/i.test(title)) {
    return (
      [90, 150, 210, 270].map((x, at) => b.flat(box(x, 180 + (at % 2) * 16, 50, 170, 14), hues[at] ?? '')).join('') +
      b.body(box(66, 290, 268, 135, 6)) + b.plain(oval(200, 358, 50, 38), paper) + b.plain(heart(200, 358, 40), trim)
    )
  }
  if (/stencil/i.test(title)) {
    return (
      b.body(box(66, 120, 268, 305, 10)) + b.plain(star(136, 206, 50, 22), paper) + b.plain(heart(262, 206, 84), paper) +
      b.plain(petals(138, 336, 26, 20, 6), paper) + b.plain(scallop(262, 336, 44, 44, 8), paper)
    )
  }
  if (/canvas/i.test(title)) {
    return (
      b.cord('M126 425L190 90M274 425L210 90M200 110V400', wood, 10) + b.flat(box(78, 140, 244, 210, 2), paper) +
      b.plain('M96 330q60-110 110-40q40-60 96 40z', '#8fae85') + b.plain(oval(252, 196, 26), '#e9b84f') +
      b.flat(box(68, 350, 264, 16, 3), wood)
    )
  }
  return (
    b.cord('M110 190L280 104', wood, 9) + b.plain('M280 112l52-30-36 46z', '#37322e') + b.body(box(58, 210, 284, 215, 18)) +
    b.plain(box(80, 232, 240, 172, 8), paper) +
    [0, 1, 2, 3, 4, 5].map(at => b.flat(oval(124 + (at % 3) * 76, 282 + Math.floor(at / 3) * 76, 28), hues[at] ?? '')).join('') +
    b.patch(box(64, 410, 272, 6), deep)
  )
}

function harmonica(b: Brush): string {
  const { deep, paper } = b.palette
  const holes = Array.from({ length: 9 }, (_, at) => box(76 + at * 28, 254, 19, 26, 2)).join('')
  return (
    b.flat(box(50, 330, 300, 95, 8), deep) + b.plain(box(66, 344, 268, 62, 4), '#e4daca') +
    b.flat('M50 226q0-26 26-26h248q26 0 26 26v12H50z', '#c3c6c9') + b.flat(box(50, 236, 300, 58), b.palette.body) +
    b.patch(holes, paper) + b.flat('M50 292h300v12q0 26-26 26H76q-26 0-26-26z', '#c3c6c9') +
    b.line('M90 216h220M90 312h220', 1.5) + b.cord('M100 164v-50l40-12v46M258 160v-50', b.palette.ink, 3) +
    b.patch(oval(90, 166, 13, 10) + oval(130, 150, 13, 10) + oval(248, 162, 13, 10), b.palette.ink)
  )
}

function craftKit(b: Brush): string {
  const { trim, paper } = b.palette
  if (/knitting|scarf/i.test(b.item.title)) {
    return (
      b.cord('M120 330L300 100M280 330L110 100', wood, 8) + b.plain(oval(303, 96, 12) + oval(107, 96, 12), trim) +
      b.body(oval(200, 308, 117)) +
      b.line('M100 260q90-60 190-30M88 300q100-70 226-20M92 346q90-70 216-20M120 390q60-70 176-40M150 210q-50 80-20 190M200 192q-60 100-10 230M260 210q-50 80-20 204', 1.8) +
      b.line('M300 370C350 400 320 425 372 422', 4)
    )
  }
  return (
    b.flat(box(82, 152, 236, 273, 10), '#e4eeee') + b.flat('M140 150c0-30 20-40 60-40s60 10 60 40z', trim) +
    b.plain(oval(200, 134, 9), b.palette.tint) + b.body(heart(158, 250, 104)) + b.flat(petals(258, 250, 24, 19, 6), trim) +
    b.plain(oval(258, 250, 15), '#e2b75c') + b.flat(star(250, 350, 40, 18), '#6f96b5') +
    b.flat(box(112, 336, 50, 40), '#c4574c') + b.flat(box(106, 326, 62, 12, 4) + box(106, 374, 62, 12, 4), wood) +
    b.plain(box(82, 152, 236, 36), paper) + b.words('Make your own', 200, 171, 190, 30)
  )
}

function miniChalk(b: Brush): string {
  return (
    [96, 138, 180, 222, 264].map((x, at) => b.flat(box(x, 180 + (at % 2) * 18, 38, 160, 10), hues[at] ?? '')).join('') +
    b.body(box(76, 280, 248, 145, 5))
  )
}
