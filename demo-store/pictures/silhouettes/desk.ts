import type { Brush } from '../Brush.ts'
import { box, heart, oval, poly, star } from '../shapes.ts'
import type { Silhouettes } from './Silhouette.ts'

/** What lies on a desk and in a pencil case. */
export const desk: Silhouettes = {
  pencils,
  pen,
  eraser,
  'stamp set': stampSet,
  'magnetic pad': magneticPad,
  'recipe box': recipeBox,
  'tape measure': tapeMeasure,
  ruler,
  calculator,
  badges,
  'playing cards': playingCards,
}

const wood = '#d9b384'
const hues = ['#c4574c', '#e2b75c', '#86a57b', '#6f96b5', '#9a7fb5', '#d98f99'] as const

function pencilTip(b: Brush, x: number, y: number, w: number, colour: string): string {
  return (
    b.plain(poly(x, y + 40, x + w / 2, y, x + w, y + 40), '#f0d9b0') +
    b.patch(poly(x + w * 0.33, y + 14, x + w / 2, y, x + w * 0.67, y + 14), colour)
  )
}

function pencils(b: Brush): string {
  const { trim, deep } = b.palette
  const title = b.item.title
  if (/case/i.test(title)) {
    return (
      b.body('M50 300q0-40 40-40h220q40 0 40 40v85q0 40-40 40H90q-40 0-40-40z') + b.line('M66 288h268', 4) +
      b.plain(box(292, 280, 30, 16, 6), trim) +
      [0, 1, 2].map(at => b.flat(box(110 + at * 50, 150, 26, 112), hues[at] ?? '') + pencilTip(b, 110 + at * 50, 112, 26, hues[at] ?? '')).join('')
    )
  }
  if (/chalk|crayon/i.test(title)) {
    return (
      [96, 138, 180, 222, 264].map((x, at) => b.flat(box(x, 170 + (at % 2) * 18, 38, 160, 10), /white/i.test(title) ? '#fdfaf2' : hues[at] ?? '')).join('') +
      b.body(box(76, 270, 248, 155, 5)) + b.plain(box(108, 312, 184, 70, 6), b.palette.paper) +
      b.line('M128 338h144M128 358h96')
    )
  }
  if (/pencil (?:with|set of 1\b)|recycled|single/i.test(title)) return `<g transform="rotate(28 200 260)">${b.body(box(178, 150, 44, 220))}${pencilTip(b, 178, 110, 44, b.palette.ink)}${b.flat(box(176, 366, 48, 26, 3), '#bcc3c6')}${b.flat('M178 392h44v20q0 20-22 20t-22-20z', '#e6a0a8')}</g>`
  const tall = /tall/i.test(title)
  const top = tall ? 220 : 262
  return (
    [92, 130, 168, 206, 244, 278].map((x, at) => b.flat(box(x, top - 60 - (at % 3) * 16, 30, 130), hues[at] ?? '') + pencilTip(b, x, top - 98 - (at % 3) * 16, 30, hues[at] ?? '')).join('') +
    b.body(`M82 ${top}v${395 - top}c0 40 236 40 236 0V${top}c0 34-236 34-236 0z`) +
    b.line(`M82 ${top}c0-26 236-26 236 0`, 1) + b.cord(`M82 392c0 40 236 40 236 0`, deep, 5)
  )
}

function pen(b: Brush): string {
  const { trim, deep } = b.palette
  const title = b.item.title
  const one = (x: number, turn: number, body: string): string => `<g transform="rotate(${turn} ${x} 260)">${b.flat(poly(x - 12, 366, x + 12, 366, x + 4, 412, x - 4, 412), '#d4ab55')}${body}${b.flat(box(x - 20, 90, 40, 108, 12), trim)}${b.flat(box(x + 12, 110, 12, 92, 6), '#d4ab55')}</g>`
  if (/lipstick/i.test(title)) {
    return (
      b.flat(box(154, 240, 92, 185, 8), '#37322e') + b.flat(box(164, 180, 72, 64, 4), '#d4ab55') +
      b.body('M172 182v-70q10-36 56-20v90z')
    )
  }
  if (/tube/i.test(title)) return `<g transform="rotate(24 200 270)">${b.body(poly(136, 120, 264, 120, 238, 360, 162, 360))}${b.flat(box(128, 100, 144, 26, 3), deep)}${b.flat(box(168, 358, 64, 44, 6), trim)}</g>`
  const set = /pens|case|set/i.test(title)
  return (
    (set ? one(120, -14, b.flat(box(100, 190, 40, 180, 6), deep)) + one(284, 14, b.flat(box(264, 190, 40, 180, 6), hues[3])) : '') +
    one(200, set ? 0 : 24, b.body(box(178, 190, 44, 180, 6)))
  )
}

function eraser(b: Brush): string {
  const { trim, deep } = b.palette
  const title = b.item.title
  if (/sharpener/i.test(title)) {
    return (
      b.body(/round/i.test(title) ? oval(200, 310, 115) : /house/i.test(title) ? poly(90, 425, 90, 280, 200, 180, 310, 280, 310, 425) : 'M90 425l24-180h172l24 180z') +
      b.plain(oval(200, 330, 30), b.palette.ink) + b.flat(poly(130, 292, 270, 268, 278, 292, 138, 316), '#dfe6e8') +
      b.plain(oval(204, 292, 6), '#8f979c') +
      `<g transform="rotate(-38 200 330)">${b.flat(box(188, 150, 30, 170), '#e2b75c')}${b.flat(box(186, 130, 34, 26, 3), '#bcc3c6')}</g>` +
      b.line('M96 412c-20-20-30-2-38-14M300 412c20-18 34 0 44-12', 3)
    )
  }
  if (/cat|kitty|dog/i.test(title)) {
    return (
      b.body('M64 400c-10-60 30-118 100-120h90c60 0 90 50 84 110c-2 24-16 35-40 35H92c-16 0-24-8-28-25z') +
      b.flat('M70 300l-8-84 50 28q30-8 60 0l50-28-8 84c-4 50-138 50-144 0z', b.palette.body) +
      b.line('M96 296q12 10 24 0M164 296q12 10 24 0', 3) + b.plain('M134 310h16l-8 9z', '#dd8791') +
      b.cord('M300 412c50-10 50-70 10-70', deep, 14)
    )
  }
  return (
    `<g transform="rotate(-14 200 320)">${b.flat(poly(72, 262, 108, 232, 342, 232, 306, 262), '#fdf3ee')}${b.flat(poly(306, 262, 342, 232, 342, 350, 306, 384), '#e6a0a8')}${b.flat(box(72, 262, 234, 122, 8), '#f3c3c4')}${b.body(box(142, 258, 168, 130, 4))}${b.flat(poly(142, 258, 178, 230, 346, 230, 310, 258), trim)}</g>` +
    b.line('M70 416h10M94 420h14M122 416h8', 3)
  )
}

function stampSet(b: Brush): string {
  const stamp = (x: number, drawing: string): string =>
    b.flat(oval(x, 196, 38, 34), wood) + b.flat(`M${x - 14} 222h28l10 70h-48z`, wood) +
    b.flat(box(x - 58, 288, 116, 40, 5), wood) + b.flat(box(x - 52, 326, 104, 18, 2), '#c4574c') + drawing
  return (
    stamp(120, '') + stamp(270, '') + b.flat(box(58, 366, 284, 59, 6), '#3d5876') +
    b.plain(box(76, 378, 248, 34, 3), '#5f3f6a') + b.plain(heart(120, 308, 24), '#c23b33') +
    b.plain(star(270, 310, 14, 6), '#c23b33')
  )
}

function magneticPad(b: Brush): string {
  const { trim, paper } = b.palette
  const lines = Array.from({ length: 8 }, (_, at) => `M136 ${226 + at * 22}h128`).join('')
  return (
    b.flat(box(118, 92, 176, 333, 4), '#e4daca') + b.body(box(108, 92, 176, 325, 4)) +
    b.plain(box(120, 196, 152, 208, 2), paper) + b.line(lines, 1.3) + b.plain(box(120, 110, 152, 68, 4), paper) +
    b.words(/shop/i.test(b.item.title) ? 'Shopping' : 'Notes', 196, 144, 136, 50) +
    `<g transform="rotate(16 316 300)">${b.flat(box(306, 200, 20, 160), trim)}${b.plain(poly(306, 360, 326, 360, 316, 392), '#f0d9b0')}</g>`
  )
}

function recipeBox(b: Brush): string {
  const { trim, deep, paper } = b.palette
  const cards = [0, 1, 2].map(at => b.flat(box(92 + at * 8, 156 + at * 22, 216, 160, 4), at === 1 ? '#f0d9a0' : paper) + b.plain(box(112 + at * 60, 140 + at * 22, 56, 22, 5), hues[at] ?? '')).join('')
  return (
    b.flat(poly(66, 260, 334, 260, 318, 96, 82, 96), deep) + cards + b.line('M130 230h140', 1.4) +
    b.body(box(58, 258, 284, 167, 6)) + b.plain(box(118, 300, 164, 78, 5), paper) + b.words('Recipes', 200, 339, 140, 58) +
    b.patch(box(64, 262, 272, 6), trim)
  )
}

function tapeMeasure(b: Brush): string {
  const { trim } = b.palette
  const marks = Array.from({ length: 9 }, (_, at) => `M${206 + at * 17} 388v${at % 2 ? 12 : 20}`).join('')
  if (/folding ruler/i.test(b.item.title)) {
    return (
      b.cord('M70 400L140 150L210 400L280 150L340 400', '#e2b75c', 22) +
      [[140, 150], [210, 400], [280, 150]].map(([x = 0, y = 0]) => b.plain(oval(x, y, 9), '#bcc3c6')).join('')
    )
  }
  return (
    b.flat('M180 386h172v32H180z', '#f0d48c') + b.line(marks, 2) + b.plain(box(346, 380, 10, 45, 2), '#bcc3c6') +
    b.body('M64 290q0-124 124-124t124 124v96q0 34-34 34H98q-34 0-34-34z') + b.plain(oval(188, 292, 74), trim) +
    (b.emblem(188, 292, 100, trim) || b.plain(oval(188, 292, 40), b.palette.body))
  )
}

function ruler(b: Brush): string {
  const marks = Array.from({ length: 21 }, (_, at) => `M146 ${100 + at * 15}h${at % 5 ? 18 : 32}`).join('')
  return `<g transform="rotate(14 200 260)">${b.body(box(146, 84, 108, 330, 8))}${b.line(marks, 2)}${/calculator/i.test(b.item.title) ? b.plain(box(188, 120, 54, 34, 3), '#dfe8d8') + b.patch([0, 1, 2, 3, 4].map(row => box(190, 170 + row * 26, 20, 16, 3) + box(218, 170 + row * 26, 20, 16, 3)).join(''), b.palette.paper) : b.plain(oval(220, 390, 9), b.palette.tint)}</g>`
}

function calculator(b: Brush): string {
  const keys = [0, 1, 2, 3].flatMap(row => [0, 1, 2, 3].map(column => b.plain(box(116 + column * 44, 244 + row * 38, 34, 28, 6), column === 3 ? b.palette.trim : b.palette.paper))).join('')
  if (/heart/i.test(b.item.title)) {
    return (
      b.body(heart(200, 276, 310)) + b.plain(box(122, 188, 156, 40, 6), '#dfe8d8') +
      [0, 1, 2].map(row => Array.from({ length: 4 - row }, (_, at) => b.plain(oval(149 + at * 34 + row * 17, 256 + row * 36, 12), b.palette.paper)).join('')).join('')
    )
  }
  return (
    b.body(box(90, 110, 220, 315, 20)) + b.plain(box(112, 136, 176, 78, 8), '#dfe8d8') + b.words('12345', 236, 175, 90, 46) +
    keys
  )
}

function badges(b: Brush): string {
  const { trim, body, paper } = b.palette
  return [[132, 190, 66, body], [276, 206, 58, trim], [124, 346, 62, paper], [268, 348, 74, body]].map(([x, y, r, colour]) => {
    const [cx, cy, radius, ground] = [Number(x), Number(y), Number(r), String(colour)]
    return (
      b.flat(oval(cx, cy, radius), ground) + b.line(oval(cx, cy, radius - 9), 1) +
      (b.emblem(cx, cy, radius * 1.2, ground) || b.plain(heart(cx, cy, radius), ground === trim ? body : trim))
    )
  }).join('')
}

function playingCards(b: Brush): string {
  const { paper } = b.palette
  const card = (turn: number, face: string): string => `<g transform="rotate(${turn} 200 440)">${b.flat(box(128, 150, 150, 236, 12), paper)}${face}</g>`
  const pip = (colour: string): string => b.plain(heart(154, 178, 26), colour)
  return (
    card(-22, b.body(box(140, 162, 126, 212, 8))) +
    card(22, pip('#37322e') + b.plain(poly(202, 220, 238, 270, 202, 320, 166, 270), '#c23b33')) +
    card(0, pip('#c23b33') + b.plain(heart(252, 358, 26), '#c23b33') + (b.emblem(203, 270, 100, paper) || b.plain(heart(203, 268, 88), '#c23b33')))
  )
}
