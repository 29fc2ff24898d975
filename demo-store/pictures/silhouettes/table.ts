import type { Brush } from '../Brush.ts'
import { box, heart, oval, poly, scallop, short } from '../shapes.ts'
import { fairyCake } from './fairyCake.ts'
import type { Silhouettes } from './Silhouette.ts'

/** What a table is laid with. */
export const table: Silhouettes = {
  'cake stand': cakeStand,
  plate,
  bowl,
  'pet bowl': petBowl,
  tray,
  placemats,
  cutlery,
  teaspoons,
  'measuring spoons': measuringSpoons,
  'salt and pepper': saltAndPepper,
  'paper holder': popcornHolder,
}

/** A plate seen from just above its edge. */
function tier(b: Brush, y: number, r: number): string {
  return b.flat(`M${200 - r} ${y}q${short(r * 0.2)} ${short(r * 0.26)} ${short(r * 0.7)} ${short(r * 0.28)}h${short(r * 0.6)}q${short(r * 0.5)} ${short(-r * 0.02)} ${short(r * 0.7)} ${short(-r * 0.28)}z`, b.palette.deep) +
    b.body(oval(200, y, r, r * 0.16)) +
    b.line(`M${short(200 - r * 0.82)} ${y}a${short(r * 0.82)} ${short(r * 0.11)} 0 0 0 ${short(r * 1.64)} 0`, 1)
}

function cakeStand(b: Brush): string {
  const { title } = b.item
  const { trim, deep, pale } = b.palette
  const icings = ['#e7a0aa', '#fbf3e2', '#a9c9c4']
  const cakes = (y: number, xs: readonly number[], width: number): string =>
    xs.map((x, index) => fairyCake(b, x, y, width, icings[index % 3] ?? '#fbf3e2')).join('')
  const foot = b.flat('M128 425q2-18 52-24l8-44h24l8 44q50 6 52 24z', trim)
  if (/3 tier|three tier|basket/i.test(title)) {
    return (
      foot + tier(b, 346, 142) + b.cord('M200 340V96', trim, 7) + cakes(352, [108, 156, 246, 294], 46) +
      tier(b, 244, 106) + cakes(250, [136, 262], 44) + b.cord('M200 236V96', trim, 7) + tier(b, 154, 72) +
      cakes(160, [162, 238], 38) + b.cord('M200 150V104', trim, 7) + b.cord('M200 104c-22-34 22-34 0 0z', trim, 6)
    )
  }
  if (/two tier|2 tier/i.test(title)) return foot + tier(b, 340, 142) + cakes(346, [104, 154, 248, 298], 50) +
    b.cord('M200 332V110', trim, 7) + tier(b, 204, 96) + cakes(210, [148, 252], 48) + b.cord('M200 200V118', trim, 7) +
    b.cord('M200 114c-22-34 22-34 0 0z', trim, 6)
  if (/pedestal|bowl/i.test(title)) return b.flat('M118 425q2-20 60-28l10-70h24l10 70q58 8 60 28z', deep) +
    b.body('M58 190h284c-4 90-64 148-142 148S62 280 58 190z') + b.plain(oval(200, 190, 142, 22), pale) +
    b.line('M100 212l24 84M150 216l14 116M200 218v120M250 216l-14 116M300 212l-24 84', 1.2)
  const charms = [84, 122, 161, 200, 239, 278, 316].map((x, index) =>
    b.line(`M${x} ${286 + 14 * Math.sin((Math.PI * (x - 60)) / 280)}v22`) +
    (/strawberr/i.test(title) ? b.plain(heart(x, 318 + (index % 2) * 6, 26), '#c23b33') +
    b.plain(oval(x, 308 + (index % 2) * 6, 6, 3), '#6f9468') : /hanging/i.test(title)
    ? fairyCake(b, x, 330, 24, icings[index % 3] ?? pale) : ''))
  const sponge = b.flat('M112 260V196h176v64q-88 18-176 0z', '#d9a766') +
    b.plain('M112 224q88 18 176 0v12q-88 18-176 0z', '#c4574c') +
    b.plain('M108 196c0-36 184-36 184 0c2 26-14 22-20 8c-8 26-26 24-32 8c-8 24-26 22-34 2c-8 24-28 20-34 0c-10 20-24 18-30-4c-14 18-34 14-34-14z', '#fbf3e2') +
    b.plain(oval(200, 168, 13), '#c23b33')
  return b.flat('M124 425q2-20 56-28l6-112h28l6 112q54 8 56 28z', trim) + tier(b, 262, 146) + sponge +
    (/hanging/i.test(title) ? charms.join('') : '')
}

function plate(b: Brush): string {
  const { title, motif } = b.item
  const { paper, trim, deep, pale } = b.palette
  if (/toast rack/i.test(title)) return [110, 164, 218, 272].map(x =>
    b.flat(`M${x - 6} 380V270c-18-14-10-46 26-46s44 32 26 46v110z`, '#d9a766') +
    b.cord(`M${x + 54} 384V262c0-60-60-60-60 0V384`, trim, 6)).join('') + b.body(box(70, 380, 276, 30, 10)) +
    b.flat(oval(106, 414, 12), trim) + b.flat(oval(300, 414, 12), trim)
  if (/tea bag/i.test(title)) return b.cord('M290 300c70-20 70 84-12 84', deep, 14) +
    b.flat('M110 270C60 262 66 236 52 226l26-8c18 6 22 22 42 26z', deep) +
    b.body('M200 222c76 0 110 44 110 96s-34 107-110 107s-110-55-110-107s34-96 110-96z') + b.plain(oval(200, 326, 76), paper) +
    b.emblem(200, 326, 90, paper) + b.flat(oval(200, 208, 22, 16), trim)
  const food = /breakfast/i.test(title) ? b.plain('M150 232c-24 10-30 42-4 54c30 12 66 0 62-28c-4-24-34-36-58-26z', '#fbf7f0') +
    b.plain(oval(176, 260, 16), '#e9b84f') + b.cord('M222 216l36 40', '#9c5f45', 17) + b.cord('M202 300l48 10', '#c9736a', 12)
    : ''
  const centre = food === ''
    ? (motif === undefined ? b.plain(oval(200, 264, 74), pale) : b.patch(oval(200, 264, 84), paper) + b.line(oval(200, 264, 84)) +
    b.emblem(200, 264, 104, paper)) : b.plain(oval(200, 264, 96), paper) + food
  const stand = b.flat('M118 425l30-44h104l30 44h-28l-16-22h-76l-16 22z', '#c9996a')
  return stand + b.body(/lace|lovebird|cake/i.test(title) ? scallop(200, 264, 146, 146, 22) : oval(200, 264, 152)) +
    b.line(oval(200, 264, 106), 1) + centre
}

function bowl(b: Brush): string {
  const { title, setSize } = b.item
  const { deep, trim, paper } = b.palette
  if (/lid glass/i.test(title)) {
    return [[262, 0], [320, 34], [384, 70]].map(([y = 0, grow = 0]) =>
      b.flat(`M${134 - grow} ${y}h${132 + 2 * grow}l-14 40H${148 - grow}z`, '#d5e4e0') +
      b.body(box(128 - grow, y - 14, 144 + 2 * grow, 18, 8))).join('') + b.flat('M150 248l8-40h84l8 40z', '#d5e4e0') +
      b.body(box(144, 194, 112, 17, 8))
  }
  if (/candle/i.test(title) && setSize !== undefined) {
    const rose = b.plain(scallop(200, 262, 84, 44, 9), '#dd8791') + b.plain(oval(200, 254, 46, 24), '#c4574c') +
      b.line('M176 254q24-22 48 0M186 262q14 10 30-2')
    return rose + b.line('M200 244v-32', 3) + b.flat('M70 262h260c0 84-46 140-86 150h-88c-40-10-86-66-86-150z', '#d5e4e0') +
      b.flat(box(150, 410, 100, 15, 6), '#d5e4e0')
  }
  const sweetsWord = /dolly mix|marshmallow|chocolate|biscuit/i.exec(title)?.[0]
  return (
    b.plain(oval(200, 262, 148, 30), deep) +
    (sweetsWord === undefined ? ''
    : [104, 146, 188, 230, 272, 300].map((x, index) =>
    b.plain(oval(x, 254 - (index % 2) * 10, 26, 22), ['#fbf3e2', '#e7a0aa', '#e2b75c'][index % 3] ?? paper)).join('')) +
    b.body('M52 262a148 30 0 0 0 296 0c0 76-48 130-100 150h-96c-52-20-100-74-100-150z') + b.line('M56 284q144 52 288 0', 1.2) +
    b.flat(box(148, 408, 104, 17, 6), trim)
  )
}

function petBowl(b: Brush): string {
  const { deep, paper, ink } = b.palette
  const cat = /cat/i.test(b.item.title)
  const biscuits = [90, 128, 166, 204, 242, 280, 308].map((x, index) =>
    b.plain(oval(x, 278 - (index % 3) * 9, 21, 16), index % 2 === 0 ? '#a9744b' : '#c18a58')).join('')
  return (
    b.plain(oval(200, 290, 128, 22), deep) + biscuits + b.body('M72 290a128 22 0 0 0 256 0l24 135H48z') +
    b.line('M60 404q140 10 280 0', 1.2) +
    b.plain(box(138, 326, 124, 66, 10), paper) +
    (cat ? b.plain('M160 359c20-24 50-24 66-4l18-16v40l-18-16c-16 20-46 20-66-4z', ink) : b.cord('M172 359h56', ink, 15) +
    [[168, 350], [168, 368], [232, 350], [232, 368]].map(([x = 0, y = 0]) => b.plain(oval(x, y, 11), ink)).join(''))
  )
}

function tray(b: Brush): string {
  const { trim, deep, paper } = b.palette
  if (/tv dinner|breakfast/i.test(b.item.title)) {
    return b.cord('M84 330L60 418M316 330l24 88M112 330l-20 88M288 330l20 88', deep, 9) +
      b.body(poly(90, 176, 310, 176, 352, 318, 48, 318)) + b.flat(poly(48, 318, 352, 318, 348, 344, 52, 344), trim) +
      b.line('M104 188h192l36 118H68z') + b.plain(box(166, 322, 68, 11, 5), deep)
  }
  const grip = (x: number): string => b.plain(box(x, 268, 20, 78, 10), deep)
  return b.body(box(40, 188, 320, 237, 48)) + b.line(box(56, 204, 288, 205, 36), 1.2) + grip(58) + grip(322) +
    (b.item.motif === undefined ? b.plain(oval(200, 306, 78), trim) + b.plain(oval(200, 306, 54), paper) +
    b.plain(oval(200, 306, 28), trim) : '')
}

function placemats(b: Brush): string {
  const { trim, pale, paper } = b.palette
  if (/coaster/i.test(b.item.title)) {
    const one = (x: number, y: number, angle: number): string =>
      `<g transform="rotate(${angle} ${x} ${y})">${b.body(box(x - 84, y - 84, 168, 168, 16))}${b.line(box(x - 72, y - 72, 144, 144, 10), 1)}</g>`
    return one(246, 196, 9) + one(160, 334, -4) + b.flat('M226 268H322v96q0 30-30 30h-36q-30 0-30-30z', paper) +
      b.cord('M320 292c34-2 34 56-2 58', paper, 9) + b.plain(oval(274, 268, 48, 9), '#a5673d')
  }
  return b.body(box(48, 196, 304, 212, 16)) + b.line(box(62, 210, 276, 184, 10), 1.2) + b.flat(oval(200, 302, 78), paper) +
    b.plain(oval(200, 302, 54), pale) + b.cord('M98 250v106', '#c3c6c9', 7) +
    b.plain('M84 226h28v20q0 18-14 18t-14-18z', '#c3c6c9') + b.line('M93 226v18M103 226v18') +
    b.cord('M304 300v56', '#c3c6c9', 7) + b.plain('M300 300v-74q16 10 12 74z', '#c3c6c9') + b.flat(box(48, 408, 304, 17, 6), trim)
}

const steel = '#c9cdd0'

/** A spoon upright, its foot at (`x`, `y`): handle of the object's own colour. */
function spoon(b: Brush, x: number, y: number, height: number, handle: string): string {
  const h = height
  return b.body(box(x - 14, y - h * 0.56, 28, h * 0.56, 13)) + b.cord(`M${x} ${y - h * 0.56}v${-h * 0.14}`, handle, 6) +
    b.flat(oval(x, y - h * 0.84, h * 0.105, h * 0.16), steel)
}

function cutlery(b: Brush): string {
  if (/chopstick/i.test(b.item.title)) return `<g transform="rotate(9 200 425)">${b.body(poly(150, 96, 176, 96, 170, 425, 158, 425))}</g><g transform="rotate(-7 230 425)">${b.body(poly(226, 96, 252, 96, 244, 425, 232, 425))}</g>` +
    b.plain(heart(122, 130, 48), b.palette.trim)
  const fork = b.body(box(78, 240, 32, 185, 15)) + b.cord('M94 240v-50', steel, 7) +
    b.flat('M62 84h10v66h9V84h9v66h9V84h9v66h9V84h10v78q0 34-33 34t-33-34z', steel)
  const knife = b.body(box(292, 240, 32, 185, 15)) + b.flat('M296 240V84c30 14 38 80 26 156z', steel)
  return fork + spoon(b, 200, 425, 344, steel) + knife
}

function teaspoons(b: Brush): string {
  const { title } = b.item
  const { body } = b.palette
  if (/tongs/i.test(title)) return b.cord('M176 404C140 260 150 96 200 96s60 164 24 308', '#d9c48a', 15) +
    b.flat('M176 425c-30-14-30-50-6-60c22 10 24 40 6 60zM224 425c30-14 30-50 6-60c-22 10-24 40-6 60z', '#d9c48a') +
    b.plain(box(260, 372, 56, 53, 6), b.palette.paper)
  if (/strainer/i.test(title)) return b.cord('M262 286l76-56', body, 15) +
    b.flat('M60 296H292c0 80-50 112-116 112S60 376 60 296z', steel) +
    b.line('M84 320h184M92 346h168M110 372h132M120 300l20 90M176 300v106M232 300l-20 90', 1.2) + b.body(oval(176, 292, 122, 18))
  if (/cake (?:fork|slice)/i.test(title)) return /slice/i.test(title) ? b.body(box(184, 262, 32, 163, 15)) +
    b.cord('M200 262v-44', steel, 8) + b.flat('M200 84c44 34 62 86 56 136H144c-6-50 12-102 56-136z', steel) +
    b.line('M200 110v84') : b.body(box(184, 240, 32, 185, 15)) + b.cord('M200 240v-50', steel, 8) +
    b.flat('M156 84h22v66h12V84h12v66h12V84h22v78q0 34-40 34t-40-34z', steel)
  const fan = b.item.setSize === undefined ? [0] : [-22, -11, 0, 11, 22]
  const hues = ['#c4574c', '#e2b75c', '#86a57b', '#6f96b5', '#d98f99']
  return fan.map((angle, index) =>
    `<g transform="rotate(${angle} 200 ${fan.length > 1 ? 500 : 425})">${fan.length > 1 ? b.flat(box(187, 236, 26, 174, 12), hues[index] ?? body) : b.body(box(184, 236, 32, 189, 15))}${b.cord('M200 236v-50', steel, 7)}${b.flat(oval(200, 138, fan.length > 1 ? 25 : 36, fan.length > 1 ? 40 : 54), steel)}</g>`).join('') +
    (fan.length > 1 ? b.flat(box(96, 350, 208, 75, 6), '#f6efe2') + b.words('Teaspoons', 200, 388, 170, 44) : '')
}

function measuringSpoons(b: Brush): string {
  const { body, deep } = b.palette
  if (/wooden/i.test(b.item.title)) return [-16, 0, 16].map(angle =>
    `<g transform="rotate(${angle} 200 480)">${b.flat(box(191, 180, 18, 240, 8), '#d9b384')}${b.flat(oval(200, 138, 36, 56), '#d9b384')}${b.line('M184 136a16 34 0 0 1 32 0', 1.2)}</g>`).join('') +
    b.body(box(118, 286, 164, 139, 12)) + b.flat(box(110, 276, 180, 22, 8), deep)
  const one = (x: number, size: number): string => b.flat(box(x - 9, 100, 18, 286 - size * 0.5, 8), deep) +
    b.body(heart(x, 412 - size * 0.45, size))
  return b.plain(oval(200, 92, 22), steel) + b.plain(oval(200, 92, 12), b.palette.tint) +
    (b.item.motif === 'Hearts' ? one(104, 64) + one(186, 88) + one(286, 118)
    : [104, 190, 286].map((x, index) => b.flat(box(x - 9, 100, 18, 240, 8), deep) +
    b.flat(oval(x, 350, 34 + index * 8, 40 + index * 9), body)).join('')) +
    b.line('M104 112Q150 76 186 90M286 112Q240 76 214 90', 1.5)
}

function saltAndPepper(b: Brush): string {
  const one = (x: number, cap: string): string =>
    b.flat(`M${x - 40} 300h80c0 50 10 90 22 125h-124c12-35 22-75 22-125z`, '#f6ead0') +
    b.flat(`M${x - 72} 306c0-76 28-130 72-130s72 54 72 130q-72 24-144 0z`, cap) +
    [[-34, 260], [20, 224], [38, 276], [-8, 288], [-14, 220]].map(([dx = 0, y = 0]) =>
    b.plain(oval(x + dx, y, 10), '#fbf7f0')).join('')
  return one(122, '#c23b33') + one(278, '#c23b33') + b.words('S', 122, 372, 40, 44) + b.words('P', 278, 372, 40, 44)
}

function popcornHolder(b: Brush): string {
  const { colour, motif } = b.item
  const front = (d: string): string => (colour === undefined && motif === undefined ? b.flat(d, '#fbf7f0') : b.body(d))
  const puffs = [[110, 196], [150, 172], [196, 158], [244, 170], [290, 194], [130, 220], [176, 204], [224, 204], [268, 220]]
  return puffs.map(([x = 0, y = 0]) => b.plain(scallop(x, y, 27, 25, 6), '#fbf0cf')).join('') +
    front('M84 216l18-14 18 14 20-14 20 14 20-14 20 14 20-14 20 14 20-14 20 14 18-14 18 14-32 209H116z') +
    [[138, 1], [200, 0], [262, -1]].map(([x = 0, d = 0]) =>
    b.patch(poly(x - 18, 216, x + 18, 216, x + 13 + d * 7, 425, x - 13 + d * 7, 425), '#c23b33')).join('') +
    b.plain(oval(200, 326, 56, 36), b.palette.paper) + b.words('Popcorn', 200, 326, 96, 36)
}
