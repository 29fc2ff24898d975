import type { Brush } from '../Brush.ts'
import { toSeed } from '../palette.ts'
import { box, heart, oval, poly, scallop, short } from '../shapes.ts'
import { inkOn, writtenOn } from './lettering.ts'
import type { Silhouettes } from './Silhouette.ts'

/** What hangs on a wall and is looked at. */
export const walls: Silhouettes = {
  sign,
  'wall clock': wallClock,
  'photo frame': photoFrame,
  mirror,
  'wall art': wallArt,
  chalkboard,
  'memo board': memoBoard,
  'block letters': blockLetters,
  magnets,
  thermometer,
  calendar,
}

const glass = '#dbe8ea'

/** What enamel signs are painted in where the title names no colour. */
const enamels = ['#f6ead0', '#3d5876', '#b8423a', '#f3dfa4', '#5f7f5a', '#fbf7ee', '#4a4039'] as const

function sign(b: Brush): string {
  const { body, paper, trim, tint } = b.palette
  const title = b.item.title
  const number = /(?:tile|sign).* (\d|No)$/i.exec(title)?.[1]
  if (number !== undefined) {
    return (
      b.flat(box(82, 152, 236, 273, 10), body) + b.plain(box(98, 168, 204, 241, 6), paper) + b.line(box(108, 178, 184, 221, 4)) +
      b.words(number, 200, 282, 190, 190) +
      b.patch(oval(124, 194, 8) + oval(276, 194, 8) + oval(124, 383, 8) + oval(276, 383, 8), trim)
    )
  }
  if (/door hanger/i.test(title)) {
    return (
      b.flat('M120 160q0-76 80-76t80 76v243q0 22-22 22H142q-22 0-22-22z', body) + b.plain(oval(200, 162, 44), tint) +
      b.plain(box(136, 236, 128, 164, 10), paper) + b.words(writtenOn(title) || 'Do not disturb', 200, 318, 112, 140)
    )
  }
  const words = b.item.motif === undefined ? writtenOn(title) : writtenOn(title, 22)
  const plate = b.item.colour === undefined ? enamels[toSeed(title) % enamels.length] ?? body : body
  const face = b.item.motif === undefined ? plate : paper
  return (
    b.line('M84 232L200 118L316 232', 3) + b.plain(oval(200, 116, 9), '#d4ab55') +
    (b.item.motif === undefined ? b.flat(box(52, 218, 296, 207, 14), plate) + `<path d="${box(66, 232, 268, 179, 8)}" fill="none" stroke="${inkOn(plate)}" stroke-width="2.5"/>` : b.body(box(52, 218, 296, 207, 14)) + b.plain(box(74, 240, 252, 163, 8), paper)) +
    b.plain(oval(84, 236, 5), trim) + b.plain(oval(316, 236, 5), trim) +
    (words === '' ? b.emblem(200, 322, 140, face) || b.words('Home', 200, 322, 220, 120, inkOn(face)) : b.words(words, 200, 322, 228, 148, inkOn(face)))
  )
}

function wallClock(b: Brush): string {
  const { body, trim, deep } = b.palette
  const square = /square|diner|refectory/i.test(b.item.title)
  const ticks = Array.from({ length: 12 }, (_, hour) => {
    const [x, y] = [Math.sin((Math.PI * hour) / 6), -Math.cos((Math.PI * hour) / 6)]
    const from = hour % 3 === 0 ? 88 : 96
    return `M${short(200 + from * x)} ${short(280 + from * y)}L${short(200 + 106 * x)} ${short(280 + 106 * y)}`
  }).join('')
  return (
    (square ? b.body(box(56, 136, 288, 289, 34)) : b.plain(box(186, 118, 28, 24, 6), deep) + b.body(oval(200, 280, 145))) +
    b.plain(oval(200, 280, 118), '#fbf7ee') + b.emblem(200, 322, 50, '#fbf7ee') + b.line(ticks, 4) +
    b.line('M200 280L148 240', 7) + b.line('M200 280L262 212', 4.5) + b.plain(oval(200, 280, 9), trim === '#fbf7f0' ? body : trim)
  )
}

function photoFrame(b: Brush): string {
  const { deep, trim, paper } = b.palette
  const title = b.item.title
  const view = (d: string, cx: number, cy: number, w: number): string =>
    b.plain(d, '#d5e4ec') +
    (b.emblem(cx, cy, w, '#d5e4ec') || b.patch(oval(cx + w * 0.22, cy - w * 0.22, w * 0.12), '#e9b84f') + b.plain(`M${cx - w / 2} ${cy + w * 0.36}q${w * 0.28}${-w * 0.5} ${w * 0.5}${-w * 0.12}q${w * 0.28}${-w * 0.3} ${w * 0.5} ${w * 0.12}z`, '#8fae85'))
  if (/heart/i.test(title) && !/three|hanging frames/i.test(title)) {
    return (
      b.flat(poly(250, 330, 316, 425, 286, 425), deep) + b.body(heart(200, 276, 300)) + b.plain(heart(200, 268, 208), paper) +
      view(heart(200, 266, 178), 200, 256, 92)
    )
  }
  if (/record|vinyl/i.test(title)) {
    return (
      b.body(box(56, 138, 288, 287, 6)) + b.flat(oval(200, 281, 122), '#37322e') + b.line(oval(200, 281, 100)) +
      b.line(oval(200, 281, 78)) + b.plain(oval(200, 281, 46), trim) + b.plain(oval(200, 281, 7), paper)
    )
  }
  if (/cube/i.test(title)) {
    return (
      b.flat(poly(74, 210, 130, 164, 334, 164, 288, 210), trim) + b.flat(poly(288, 210, 334, 164, 334, 376, 288, 425), deep) +
      b.body(box(74, 210, 214, 215, 4)) + view(box(98, 234, 166, 167), 181, 318, 120)
    )
  }
  if (/three|3|triple|multi|hanging/i.test(title)) {
    return (
      b.line('M148 150L200 84L252 150M148 240v20M252 240v20M148 332v20M252 332v20', 3) +
      b.plain(oval(200, 84, 8), '#d4ab55') +
      [150, 242, 334].map(y => b.body(box(118, y, 164, 88, 5)) + view(box(136, y + 16, 128, 56), 200, y + 46, 50)).join('')
    )
  }
  const oval2 = /oval|round|cameo|miniature/i.test(title)
  if (oval2) {
    return (
      b.flat(poly(240, 330, 306, 425, 276, 425), deep) + b.body(oval(200, 264, 128, 161)) +
      b.plain(oval(200, 264, 98, 130), paper) + view(oval(200, 264, 84, 114), 200, 262, 104)
    )
  }
  return (
    b.flat(poly(250, 300, 326, 425, 292, 425), deep) + b.body(box(72, 114, 256, 311, 5)) +
    b.line('M72 114l38 38M328 114l-38 38M72 425l38-38M328 425l-38-38') +
    b.plain(box(110, 152, 180, 235), paper) + view(box(132, 174, 136, 191), 200, 290, 118)
  )
}

function mirror(b: Brush): string {
  const { deep, trim } = b.palette
  const title = b.item.title
  const shine = (x: number, y: number, s: number): string => `<path d="M${x} ${y}l${s}${-s}M${x + s * 0.3} ${y + s * 0.4}l${s * 0.9}${-s * 0.9}" stroke="#fff" stroke-width="7" stroke-linecap="round" fill="none"/>`
  if (/compact|folding|pocket/i.test(title)) {
    return (
      b.flat(oval(200, 196, 118, 112), deep) + b.plain(oval(200, 196, 96, 91), glass) + shine(160, 220, 60) +
      b.plain(box(168, 296, 64, 18, 6), '#d4ab55') + b.body('M82 366q0-58 118-58t118 58v14q0 45-118 45T82 380z') +
      b.line('M82 368q0 46 118 46t118-46') + (b.item.motif === undefined ? b.plain(heart(200, 360, 54), trim) : '')
    )
  }
  if (/magnets/i.test(title)) {
    return [[128, 200], [272, 200], [128, 345], [272, 345]].map(([x = 0, y = 0]) => b.flat(scallop(x, y, 56, 56, 8), b.palette.body) + b.plain(oval(x, y, 38), glass) + shine(x - 14, y + 8, 20)).join('')
  }
  if (/heart/i.test(title)) {
    return (
      b.line('M200 160V84', 3) + b.plain(oval(200, 82, 8), '#d4ab55') + b.body(heart(200, 276, 296)) +
      b.plain(heart(200, 270, 216), glass) + shine(146, 286, 80)
    )
  }
  if (/rectang|square|rustic|shutter|wood|fabric/i.test(title)) {
    return (
      b.body(box(86, 96, 228, 329, 5)) + b.plain(box(118, 128, 164, 265, 2), glass) + shine(150, 300, 80) +
      (/lace|heart|shutter/i.test(title) ? b.plain(heart(200, 116, 28), trim) : '')
    )
  }
  return (
    b.flat('M160 112q40-62 80 0z', trim) + b.body(oval(200, 264, 128, 161)) + b.line(oval(200, 264, 114, 147)) +
    b.plain(oval(200, 264, 98, 130), glass) + shine(146, 296, 84)
  )
}

function wallArt(b: Brush): string {
  const { body, trim, paper, deep } = b.palette
  const title = b.item.title
  const words = writtenOn(title, 30)
  if (/mirrored/i.test(title)) {
    return (
      b.flat(scallop(200, 262, 150, 150, 14), trim) + b.plain(oval(200, 262, 122), glass) +
      (b.emblem(200, 262, 150, glass) || b.words(words, 200, 262, 170, 120))
    )
  }
  const drawing = b.emblem(200, 246, 170, paper)
  return (
    b.line('M140 130L200 84L260 130', 3) + b.plain(oval(200, 84, 8), '#d4ab55') + b.body(box(66, 126, 268, 299, 3)) +
    b.plain(box(90, 150, 220, 251), paper) +
    (drawing === '' ? b.patch(box(102, 162, 196, 20), body) + b.patch(box(102, 369, 196, 20), body) + b.words(words || title, 200, 276, 190, 160) : drawing + b.line('M130 352h140', 2) + b.words(words, 200, 374, 190, 30)) +
    (drawing === '' ? b.line('M102 190h196M102 361h196', 2) : b.patch(box(96, 156, 208, 8), deep, 0.5))
  )
}

function chalkboard(b: Brush): string {
  const chalk = '#f4efe3'
  const slate = '#4a5157'
  const written = `<path d="M136 262q16-34 30 0t28 0t28-2t38-6M140 306h116" stroke="${chalk}" stroke-width="5" stroke-linecap="round" fill="none"/>`
  if (/heart/i.test(b.item.title)) return b.line('M168 168L200 90L232 168', 3) + b.flat(heart(200, 286, 292), slate) + written
  return (
    b.line('M140 138L200 84L260 138', 3) + b.plain(oval(200, 84, 8), '#d4ab55') +
    b.flat(box(60, 134, 280, 291, 6), /slate/i.test(b.item.title) ? '#6b747b' : '#c9996a') +
    b.plain(box(84, 158, 232, 226, 2), slate) + written + b.plain(box(210, 392, 74, 15, 6), chalk) +
    b.emblem(262, 206, 58, slate)
  )
}

function memoBoard(b: Brush): string {
  const { trim, paper } = b.palette
  const ribbons = ['M64 280L200 130L336 280L200 425z', 'M64 130L336 425', 'M336 130L64 425'].map(d => b.cord(d, trim, 6)).join('')
  const buttons = [[132, 205], [268, 205], [200, 278], [132, 352], [268, 352]].map(([x = 0, y = 0]) => b.plain(oval(x, y, 9), paper)).join('')
  return (
    b.body(box(58, 124, 284, 301, 12)) + b.flat('M214 176l92 18-16 82-92-18z', paper) +
    b.line('M226 196l62 12M222 214l62 12M218 232l40 8') + ribbons + buttons
  )
}

function blockLetters(b: Brush): string {
  const word = (writtenOn(b.item.title).split(' ').find(part => /^[a-z]{3,6}$/i.test(part)) ?? 'ABC').toUpperCase()
  const rows = word.length === 3 ? [1, 2] : word.length === 4 ? [2, 2] : word.length === 5 ? [2, 3] : [3, 3]
  const size = word.length > 4 ? 96 : 132
  const colours = [b.palette.body, '#c4574c', '#6f96b5', '#86a57b', '#e2b75c', '#d98f99']
  let at = 0
  const cubes = rows.flatMap((count, row) =>
    Array.from({ length: count }, (_, column) => {
      const [x, y] = [200 - (count * (size + 4)) / 2 + column * (size + 4), 425 - (2 - row) * size]
      const cube = b.flat(box(x, y, size, size, 8), colours[0] ?? '') + b.plain(box(x + 12, y + 12, size - 24, size - 24, 4), b.palette.paper) + b.words(word[at] ?? '', x + size / 2, y + size / 2, size - 24, size - 24, colours[1 + (at % 5)])
      at += 1
      return cube
    }),
  )
  return cubes.join('')
}

function magnets(b: Brush): string {
  const { body, trim, paper } = b.palette
  const fridge = '#dfe8e6'
  return (
    b.flat(box(104, 405, 30, 20, 3) + box(266, 405, 30, 20, 3), '#6B6259') + b.flat(box(82, 84, 236, 326, 26), fridge) +
    b.line('M82 186h236', 2.5) +
    b.cord('M106 130v32', '#bcc3c6', 9) + b.cord('M106 212v60', '#bcc3c6', 9) +
    b.body(box(148, 216, 62, 62, 12)) + b.flat(heart(258, 244, 60), trim) + b.flat(oval(170, 336, 34), trim) +
    b.body(box(224, 304, 64, 64, 12)) + (b.emblem(170, 336, 48, trim) || b.plain(oval(170, 336, 16), body)) +
    b.plain(box(176, 104, 76, 64), paper) + b.line('M190 126h48M190 142h32') + b.flat(oval(214, 108, 12), body)
  )
}

function thermometer(b: Brush): string {
  const scale = Array.from({ length: 11 }, (_, step) => `M228 ${140 + step * 20}h${step % 5 === 0 ? 34 : 20}`).join('')
  return (
    b.body('M126 120q0-44 74-44t74 44v283q0 22-22 22H148q-22 0-22-22z') +
    b.plain(box(148, 116, 104 + 12, 288, 10), b.palette.paper) + b.cord('M192 140V352', '#f4f8f8', 15) +
    b.cord('M192 236V356', '#c23b33', 6) + b.flat(oval(192, 370, 21), '#c23b33') + b.line(scale, 2)
  )
}

function calendar(b: Brush): string {
  const days = Array.from({ length: 20 }, (_, day) => box(96 + (day % 5) * 43, 296 + Math.floor(day / 5) * 28, 34, 20, 2)).join('')
  return (
    b.line('M140 130L200 84L260 130', 3) + b.plain(oval(200, 84, 8), '#d4ab55') + b.body(box(72, 126, 256, 299, 4)) +
    b.plain(box(86, 276, 228, 136, 2), b.palette.paper) + b.patch(days, b.palette.trim, 0.55) +
    b.plain(oval(200, 202, 58), b.palette.paper) +
    (b.emblem(200, 202, 84, b.palette.paper) || b.words('12', 200, 202, 80, 80)) +
    b.line('M96 130v-12M130 130v-12M164 130v-12M236 130v-12M270 130v-12M304 130v-12', 4)
  )
}
