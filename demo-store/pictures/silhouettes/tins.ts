import type { Brush } from '../Brush.ts'
import { box, heart, oval, poly, scallop } from '../shapes.ts'
import type { Silhouettes } from './Silhouette.ts'

/** Tins, boxes and bins: what is kept with a lid on. */
export const tins: Silhouettes = {
  'cake tins': cakeTins,
  'biscuit tin': biscuitTin,
  'storage tins': storageTins,
  'spice tins': spiceTins,
  plasters,
  'bread bin': breadBin,
  'money box': moneyBox,
  'book box': bookBox,
}

/** The green of first-aid signs; a red cross on white is a protected emblem and not for tins. */
const firstAid = '#4f8a63'

/** A round tin from above its lid: (`x`, `y`) is the middle of the foot. */
function roundTin(b: Brush, x: number, y: number, width: number, height: number): string {
  const { trim } = b.palette
  const [r, tilt, top] = [width / 2, width * 0.075, y - height]
  const side = (from: number, to: number, wide: number): string =>
    `M${x - wide} ${from}V${to}a${wide} ${tilt} 0 0 0 ${2 * wide} 0V${from}z`
  return (
    b.body(side(top, y - tilt, r)) +
    b.flat(side(top, top + Math.min(26, height * 0.22), r + 4), trim) +
    b.plain(oval(x, top, r + 4, tilt), trim) + b.line(`M${x - r + 8} ${top}a${r - 8} ${tilt - 3} 0 0 0 ${2 * r - 16} 0`, 1)
  )
}

function cakeTins(b: Brush): string {
  const { trim, deep } = b.palette
  if (/carrier/i.test(b.item.title)) return b.cord('M140 190C140 96 260 96 260 190', deep, 12) + roundTin(b, 200, 425, 270, 220) +
    b.plain(heart(200, 330, 90), trim)
  if (b.item.setSize === undefined && !/tins|tier/i.test(b.item.title)) return b.cord('M176 224v-20h48v20', deep, 9) +
    roundTin(b, 200, 425, 280, 196)
  return roundTin(b, 200, 425, 276, 138) + roundTin(b, 200, 278, 222, 104) + roundTin(b, 200, 166, 168, 78)
}

function biscuitTin(b: Brush): string {
  const { trim, paper, deep } = b.palette
  const glass = /glass/i.test(b.item.title)
  const biscuit = (x: number, y: number): string => b.plain(oval(x, y, 34), '#d9a766') +
    b.line(`M${x - 12} ${y - 10}h.1M${x + 10} ${y - 12}h.1M${x} ${y + 4}h.1M${x - 14} ${y + 14}h.1M${x + 14} ${y + 10}h.1`, 4.5)
  if (glass) {
    return b.flat('M92 186H308q22 20 22 60v146q0 33-33 33H103q-33 0-33-33V246q0-40 22-60z', b.palette.body) +
      [[122, 380], [200, 384], [278, 380], [158, 322], [240, 326], [122, 268], [280, 272], [200, 262]].map(([x = 0, y = 0]) =>
      biscuit(x, y)).join('') + b.flat(box(84, 160, 232, 30, 8), '#c9996a') + b.flat(oval(200, 140, 24, 22), '#c9996a')
  }
  return (
    roundTin(b, 200, 425, 236, 262) + b.flat(oval(200, 146, 22, 14), trim) +
    b.flat(scallop(200, 296, 74, 62, 14), paper) + b.words('Biscuits', 200, 296, 112, 40) + biscuit(318, 396) +
    (glass ? '' : b.plain(oval(318, 396, 4), deep))
  )
}

function storageTins(b: Brush): string {
  const { title, motif, setSize } = b.item
  const { paper, trim, pale, deep } = b.palette
  if (/aid tin|pharmacie/i.test(title)) {
    return b.cord('M160 196v-34h80v34', deep, 11) +
      b.flat(box(64, 196, 272, 229, 16), motif === undefined ? '#f6efe2' : b.palette.body) + b.line('M64 244h272', 2.5) +
      b.plain(box(180, 234, 40, 26, 4), '#c3c6c9') +
      b.flat(poly(182, 276, 218, 276, 218, 312, 254, 312, 254, 348, 218, 348, 218, 384, 182, 384, 182, 348, 146, 348, 146, 312, 182, 312), firstAid)
  }
  const words = /tea,? coffee/i.test(title) ? ['Sugar', 'Coffee', 'Tea'] : /cookie|biscuit/i.test(title) ? ['Cookies'] : []
  if (words.length === 3 || (setSize ?? 1) > 1) {
    const label = (x: number, y: number, w: number, index: number): string =>
      (words[index] === undefined ? '' : b.plain(box(x - w / 2, y - 22, w, 44, 5), paper) +
      b.words(words[index], x, y, w - 14, 32))
    return roundTin(b, 270, 425, 130, 318) + roundTin(b, 130, 425, 142, 244) + roundTin(b, 226, 425, 130, 168) +
      label(284, 184, 86, 1) + label(118, 290, 92, 0) + label(226, 344, 90, 2)
  }
  if (/caddy|canister|coffee|tea\b/i.test(title)) {
    const label = /coffee/i.test(title) ? 'Coffee' : 'Tea'
    return b.flat('M132 176V156q0-10 10-10h116q10 0 10 10v20z', trim) + b.flat(oval(200, 134, 20, 14), trim) +
      b.body(box(104, 172, 192, 253, 10)) + b.flat(box(98, 166, 204, 26, 6), trim) + b.plain(box(136, 250, 128, 96, 8), paper) +
      b.words(label, 200, 298, 100, 56)
  }
  return (
    b.flat(poly(70, 252, 96, 196, 304, 196, 330, 252), pale) + b.print(poly(70, 252, 96, 196, 304, 196, 330, 252)) +
    b.line('M70 252L96 196H304L330 252z') +
    b.body(box(62, 282, 276, 143, 12)) + b.body(box(56, 246, 288, 46, 10)) + b.plain(box(176, 276, 48, 34, 5), '#d4ab55') +
    b.line('M200 288v10', 4) + (motif === undefined ? '' : b.plain(oval(130, 362, 46), paper) + b.emblem(130, 362, 66, paper))
  )
}

function spiceTins(b: Brush): string {
  const spots = [[86, 425], [200, 425], [314, 425], [143, 306], [257, 306]] as const
  const shelf = b.flat(box(36, 306, 328, 12, 3), '#c9996a')
  const tin = (x: number, y: number): string => roundTin(b, x, y, 92, 96) + b.plain(oval(x, y - 36, 24, 20), b.palette.paper) +
    b.line(`M${x - 12} ${y - 40}h24M${x - 8} ${y - 32}h16`)
  return `<g transform="translate(16 34) scale(.92)">${shelf}${spots.map(([x, y]) => tin(x, y)).join('')}${tin(200, 190)}</g>`
}

function plasters(b: Brush): string {
  const { pale, deep, paper } = b.palette
  const plaster = (x: number, y: number, angle: number): string =>
    `<g transform="translate(${x} ${y}) rotate(${angle})">${b.plain(box(-70, -21, 140, 42, 21), '#eec6a0')}${b.plain(box(-24, -21, 48, 42), '#f6ddc2')}${b.line('M-52-8h.1M-42 2h.1M-52 10h.1M42-8h.1M52 2h.1M42 10h.1', 4)}</g>`
  return (
    b.flat(poly(76, 240, 98, 150, 302, 150, 324, 240), deep) + b.plain(poly(96, 232, 112, 164, 288, 164, 304, 232), pale) +
    plaster(150, 206, -68) + plaster(206, 200, -84) + plaster(260, 206, -108) +
    b.body(box(62, 240, 276, 185, 14)) + b.line('M62 262h276', 1.2) +
    b.plain(oval(200, 346, 66), firstAid) +
    b.plain(poly(184, 300, 216, 300, 216, 330, 246, 330, 246, 362, 216, 362, 216, 392, 184, 392, 184, 362, 154, 362, 154, 330, 184, 330), paper)
  )
}

function breadBin(b: Brush): string {
  const { deep, pale, paper } = b.palette
  return (
    b.flat('M52 425V290q0-92 92-92h112q92 0 92 92v135z', deep) + b.body('M64 386V294q0-84 84-84h104q84 0 84 84v92z') +
    b.flat(box(52, 386, 296, 39, 8), pale) +
    b.flat(box(156, 350, 88, 18, 9), '#c3c6c9') +
    b.words('BREAD', 200, 292, 190, 60, deep === paper ? '#1E1A16' : b.palette.ink) + b.line('M84 282q0-54 56-58', 2)
  )
}

function moneyBox(b: Brush): string {
  const { title } = b.item
  const { ink, deep, trim, paper } = b.palette
  const slot = (x: number, y: number): string => b.plain(box(x - 34, y - 5, 68, 10, 5), ink)
  const coin = (x: number, y: number): string => b.plain(oval(x, y, 30), '#e2b75c') +
    b.line(`M${x - 16} ${y}a16 16 0 1 1 32 0a16 16 0 1 1-32 0`)
  if (/heart/i.test(title)) return coin(200, 118) + b.body(heart(200, 288, 280)) + slot(200, 214)
  if (/cake/i.test(title)) return coin(200, 92) + b.flat('M104 290h192l-28 135H132z', trim) +
    b.line('M140 296l14 124M170 298l6 124M200 298v124M230 298l-6 124M260 296l-14 124') +
    b.body('M72 292c-20-44 14-78 46-74c8-60 34-84 82-84s74 24 82 84c32-4 66 30 46 74c-74 26-182 26-256 0z') + slot(200, 190)
  if (/toadstool|mushroom/i.test(title)) return coin(200, 98) +
    b.flat('M158 290h84c0 50 6 90 26 135H132c20-45 26-85 26-135z', '#f6ead0') +
    b.body('M60 300c0-110 60-176 140-176s140 66 140 176q-140 34-280 0z') + slot(200, 176)
  if (/strawberry/i.test(title)) return coin(200, 92) +
    b.body('M200 425c-66-12-124-100-124-178c0-62 50-90 124-90s124 28 124 90c0 78-58 166-124 178z') +
    b.flat(poly(120, 158, 170, 164, 200, 130, 230, 164, 280, 158, 250, 192, 262, 222, 214, 202, 200, 236, 186, 202, 138, 222, 150, 192), '#6f9468') +
    b.plain(box(170, 166, 60, 9, 4), ink)
  if (/pig|dog|cat/i.test(title)) {
    return coin(206, 140) + b.cord('M322 288c30-10 30-40 12-40c-14 0-14 22 4 26', deep, 6) +
      b.flat(box(124, 370, 40, 55, 8), deep) + b.flat(box(238, 370, 40, 55, 8), deep) +
      b.body('M66 272c8-14 22-20 30-40l-8-40c24 0 40 8 52 20c20-8 40-12 64-12c76 0 122 44 122 104s-46 102-120 102c-62 0-92-18-112-52c-26 0-40-10-46-30c-4-20 4-40 18-52z') +
      b.plain(oval(126, 262, 6), ink) + b.flat(box(44, 274, 36, 50, 15), deep) + b.line('M58 292v10M68 292v10', 3) +
      slot(206, 206)
  }
  return coin(200, 136) + roundTin(b, 200, 425, 220, 246) + slot(200, 180) + b.plain(oval(200, 314, 56), paper) +
    b.words('£', 200, 314, 60, 74)
}

function bookBox(b: Brush): string {
  const { deep, paper, trim } = b.palette
  return (
    b.flat('M92 96h220q26 0 26 26v270q0 33-33 33H92z', deep) + b.plain('M100 392h224v10H104zM100 406h216v8H104z', paper) +
    b.line('M100 397h224M100 410h216', 1) +
    b.body(box(70, 84, 250, 300, 8)) + b.flat('M70 92q0-8 8-8h26v300H76q-20 4-20 22q0 19 20 19h8q-32 0-32-26V110z', trim) +
    b.plain(box(136, 150, 154, 150, 6), paper) + (b.emblem(213, 225, 106, paper) || b.words('Treasures', 213, 225, 130, 60)) +
    b.plain(box(306, 216, 30, 42, 5), '#d4ab55')
  )
}
