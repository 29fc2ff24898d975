import type { Brush } from '../Brush.ts'
import { box, heart, leaf, oval, poly, scallop, star } from '../shapes.ts'
import type { Silhouettes } from './Silhouette.ts'

/** December, from the calendar to the tree. */
export const christmas: Silhouettes = {
  'advent calendar': adventCalendar,
  stocking,
  'christmas tree': christmasTree,
  'sleigh bells': sleighBells,
  'rocking horse': rockingHorse,
  bauble,
  'hanging tree': hangingTree,
}

const wood = '#c9996a'
const gold = '#d9b45a'
const fir = '#4f7a58'

function adventCalendar(b: Brush): string {
  const { paper, deep, trim } = b.palette
  const doors = [...Array(24).keys()].map(day => {
    const [x, y] = [84 + (day % 6) * 40, 208 + Math.floor(day / 6) * 52]
    return b.plain(box(x, y, 32, 42, 3), [paper, '#86a57b', '#e2b75c'][(day * 7) % 3] ?? paper) +
      b.words(String(((day * 7) % 24) + 1), x + 16, y + 21, 24, 20)
  }).join('')
  if (/sack/i.test(b.item.title)) return b.cord('M124 140Q200 40 276 140', '#c9996a', 9) +
    b.body('M76 150q124 30 248 0c20 80 26 170 12 275H64c-14-105-8-195 12-275z') +
    `<g transform="translate(28 26) scale(.86 .92)">${doors}</g>` + b.flat('M70 132q130 36 260 0v28q-130 36-260 0z', trim)
  return b.flat(poly(44, 196, 200, 84, 356, 196), deep) + b.plain(star(200, 148, 24), gold) +
    b.flat(box(64, 192, 272, 233, 4), b.palette.body) + doors
}

function stocking(b: Brush): string {
  const { trim } = b.palette
  return b.line('M236 118c0-34 28-34 26-6', 4) +
    b.body('M142 170h112v132c0 24 50 32 68 52c20 24 6 71-32 71h-76c-48 0-72-30-72-70z') +
    b.flat('M254 300c0 26 50 34 68 54c20 24 6 71-32 71h-22c20-30 18-72-14-125z', trim) +
    b.flat('M142 330c30 20 54 56 46 92c-30-8-46-34-46-67z', trim) + b.flat(box(128, 114, 140, 66, 14), '#fbf3e2') +
    b.plain(leaf(198, 150, -44, -14, 0.45), fir) + b.plain(leaf(198, 150, 44, -14, 0.45), fir) +
    b.plain(oval(198, 150, 10), '#c23b33')
}

function christmasTree(b: Brush): string {
  const { title, colour } = b.item
  const green = colour === undefined ? fir : b.palette.body
  const tub = b.flat(box(188, 376, 24, 22), '#8d6748') +
    b.flat(poly(156, 390, 244, 390, 234, 425, 166, 425), colour === 'red' ? '#f4e8cd' : '#c4574c')
  const hues = ['#c4574c', gold, '#6f96b5', '#fbf7f0'].filter(hue => hue !== green)
  const balls = [[170, 188], [226, 214], [150, 262], [204, 274], [256, 290], [128, 344], [186, 346], [240, 358], [284, 340]].map(([x = 0, y = 0], index) =>
    b.plain(oval(x, y, 11), hues[index % hues.length] ?? gold)).join('')
  if (/feather/i.test(title)) {
    const boughs = [130, 176, 222, 268, 314, 360].map((y, index) =>
      b.flat(`M200 ${y - 40}c${-20 - index * 14} ${22} ${-34 - index * 18} ${30} ${-44 - index * 19} ${54}c${20 + index * 4} ${-10} ${26} ${6} ${44 + index * 19} ${-6}c${18 + index * 6} ${12} ${30} ${-4} ${44 + index * 19} ${6}c${-10} ${-24} ${-24 - index * 4} ${-32} ${-44 - index * 19} ${-54}z`, green)).reverse().join('')
    return tub + boughs + balls + b.plain(star(200, 88, 24), gold)
  }
  return tub + b.flat('M200 84L262 196H234L292 284H258L326 388H74L142 284H108L166 196H138z', green) + balls +
    b.line('M162 200q40 24 82 10M132 292q70 30 138 10', 2) + b.plain(star(200, 92, 26), gold)
}

function sleighBells(b: Brush): string {
  const bell = (x: number, y: number): string => b.flat(oval(x, y, 40), '#c9cdd0') +
    b.line(`M${x - 39} ${y}h78M${x} ${y}v30`, 2) + b.plain(oval(x, y + 30, 6), '#37322e')
  return b.cord('M200 96V330', '#8a4b33', 21) + b.cord('M200 100c-34-40 34-40 0 0z', '#8a4b33', 8) + bell(152, 178) +
    bell(248, 218) + bell(152, 266) + bell(248, 312) + bell(196, 368) + b.plain(poly(150, 96, 196, 112, 150, 128), '#c23b33') +
    b.plain(poly(250, 96, 204, 112, 250, 128), '#c23b33')
}

function rockingHorse(b: Brush): string {
  const { body, trim } = b.palette
  const green = /green/i.test(b.item.title)
  return (
    b.cord('M50 372Q200 462 350 372', green ? fir : trim, 13) +
    b.cord('M136 322L110 398M262 322l26 76M160 330l-8 78M240 330l10 78', body, 19) +
    b.flat('M284 250c34-10 58 18 50 66c-16-30-30-34-50-26z', trim) +
    b.body('M66 168c16-28 36-48 62-54l6-24 16 22c28 12 36 48 40 92h80c28 0 40 24 36 62c-4 40-30 66-64 66h-82c-40 0-62-34-58-84l4-44c-14 12-26 16-40 8c-12-8-8-30 0-44z') +
    b.flat('M148 104c40 14 56 60 50 104c-14-4-22-18-24-38c-4-26-12-46-26-66z', trim) + b.plain(oval(106, 154, 5), '#37322e') +
    b.cord('M76 190l44-44M112 134l22 84', '#c23b33', 4) +
    b.flat('M190 204h66c4 30-10 60-34 60s-36-30-32-60z', '#c23b33')
  )
}

function bauble(b: Brush): string {
  const { title, setSize } = b.item
  const { trim } = b.palette
  const ball = (x: number, y: number, r: number, hue?: string): string => b.line(`M${x} 70V${y - r - 10}`, 2) +
    b.flat(box(x - 13, y - r - 14, 26, 20, 4), gold) + (hue === undefined ? b.body(oval(x, y, r)) : b.flat(oval(x, y, r), hue)) +
    b.patch(oval(x - r * 0.38, y - r * 0.4, r * 0.17, r * 0.24), '#ffffff', 0.5)
  if (/stand/i.test(title)) return b.cord('M110 421H290M200 421V150C200 70 300 84 286 160', '#c9cdd0', 8) +
    b.flat(box(274, 176, 24, 18, 4), gold) + b.flat(oval(286, 240, 52), '#c9cdd0')
  if (/droplet/i.test(title)) return b.line('M200 70v60', 2) + b.flat(box(186, 124, 28, 22, 4), gold) +
    b.body('M200 140c30 50 84 96 84 160c0 56-36 104-84 125c-48-21-84-69-84-125c0-64 54-110 84-160z') +
    b.line('M128 262q72 40 144 0M120 312q80 44 160 0', 1.4)
  if (setSize === undefined) return ball(200, 286, 132) + b.line('M76 250q124 50 248 0M74 324q126 50 252 0', 1.4)
  return ball(124, 226, 66) + ball(276, 196, 60, trim) + ball(232, 348, 76) +
    b.line('M62 220q62 28 124 0M160 340q72 34 146 0', 1.3)
}

function hangingTree(b: Brush): string {
  const { trim } = b.palette
  const { title, setSize } = b.item
  const one = (x: number, k: number): string => `<g transform="translate(${x} ${96 + 20 * (1 - k)}) scale(${k})">` +
    b.line('M0-30V10', 2) + b.plain(oval(0, 4, 6), trim) + b.flat(box(-16, 262, 32, 54, 4), wood) +
    b.body('M0 10L58 104H34L88 184H60L118 270H-118L-60 184H-88L-34 104H-58z') +
    (/bell|jingle|musical/i.test(title)
    ? [-70, 0, 70].map(d => b.line(`M${d} 270v18`) + b.flat(`M${d - 20} 318c8-6 4-34 20-34s12 28 20 34z`, gold) +
    b.plain(oval(d, 320, 6), gold)).join('') : '') + '</g>'
  if (/chalet/i.test(title)) return b.line('M200 70V150', 2) + b.flat(box(104, 262, 192, 140), '#b9794a') +
    b.flat(poly(56, 284, 200, 144, 344, 284, 320, 300, 200, 186, 80, 300), '#fbf7f0') +
    b.plain(box(178, 328, 44, 74), '#8a4b33') + b.plain(box(122, 312, 40, 40), '#f6d978') +
    b.plain(box(238, 312, 40, 40), '#f6d978') + b.plain(heart(200, 256, 40), '#c23b33') +
    b.flat(scallop(200, 408, 130, 16, 18), '#fbf7f0')
  if (setSize !== undefined) return one(118, 0.62) + one(284, 0.62) + one(200, 0.92)
  return one(200, 1.04)
}
