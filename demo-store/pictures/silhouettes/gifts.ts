import type { Brush } from '../Brush.ts'
import { box, heart, oval, poly, star } from '../shapes.ts'
import type { Silhouettes } from './Silhouette.ts'

/** What presents are wrapped in. */
export const gifts: Silhouettes = {
  'gift wrap': giftWrap,
  ribbon,
  'gift tags': giftTags,
  'gift tape': giftTape,
  'gift boxes': giftBoxes,
  'gift bag': giftBag,
  'party bag': giftBag,
}

function giftWrap(b: Brush): string {
  const { deep, trim } = b.palette
  const roll = (x: number, turn: number): string => `<g transform="rotate(${turn} ${x + 38} 425)">${b.body(box(x, 126, 76, 299, 4))}${b.flat(oval(x + 38, 126, 38, 15), deep)}${b.plain(oval(x + 38, 126, 22, 8), '#f6ead0')}</g>`
  return (
    roll(70, -6) + roll(252, 7) + b.body('M126 100q0-14 40-14h108v325q0 14-14 14H140q-14 0-14-14z') +
    b.flat('M274 86q26 6 20 40v270q0 29-34 29q14-6 14-29z', deep) + b.cord('M126 258h160', trim, 16) +
    b.plain('M200 258c-20-40-66-34-62 0s42 34 62 0zM200 258c20-40 66-34 62 0s-42 34-62 0z', trim) +
    b.plain(oval(200, 258, 13), trim)
  )
}

function ribbon(b: Brush): string {
  const { trim, deep } = b.palette
  const reel = (y: number, colour: string, patterned: boolean): string =>
    b.flat(box(76, y, 200, 14, 7), '#e6cfa3') +
    (patterned ? b.body(box(96, y + 14, 160, 54)) : b.flat(box(96, y + 14, 160, 54), colour)) +
    b.line(`M96 ${y + 30}h160M96 ${y + 50}h160`, 0.8) + b.flat(box(76, y + 68, 200, 14, 7), '#e6cfa3')
  if (b.item.setSize !== undefined || /ribbons/i.test(b.item.title)) {
    return (
      reel(343, b.palette.body, true) + reel(261, trim, false) + reel(179, b.palette.body, true) + reel(97, deep, false) +
      b.cord('M256 302c60 0 70 40 48 64s-4 54 40 50', trim, 12)
    )
  }
  return (
    b.flat(oval(180, 275, 128, 150), deep) + b.flat('M180 125h40a128 150 0 0 1 0 300h-40z', b.palette.body) +
    b.flat(oval(180, 275, 128, 150), '#e6cfa3') + b.body(oval(180, 275, 104, 124)) +
    b.flat(oval(180, 275, 42, 52), '#e6cfa3') + b.plain(oval(180, 275, 14, 18), b.palette.ink) +
    b.body('M196 398h94c30 0 40-34 62-20l0 36c-20-14-34 11-66 11H180z')
  )
}

function giftTags(b: Brush): string {
  const { trim, paper: white } = b.palette
  const tag = (x: number, turn: number, d: string): string => `<g transform="rotate(${turn} ${x} 110)">${b.cord(`M${x} 178C${x - 40} 120 ${x + 40} 110 ${x} 84`, trim, 4)}${d}${b.plain(oval(x, 186, 10), white)}</g>`
  const shape = (x: number): string => `M${x - 56} 204l34-44h44l34 44v196H${x - 56}z`
  return (
    tag(128, 12, b.flat(shape(128), b.palette.deep)) + tag(272, -12, b.flat(shape(272), trim)) +
    tag(200, 0, b.body(shape(200)) + b.plain(box(160, 224, 80, 150, 6), white) + (b.emblem(200, 280, 62, white) || b.plain(heart(200, 280, 54), trim)) + b.line('M174 336h52M174 352h52'))
  )
}

function giftTape(b: Brush): string {
  const { deep } = b.palette
  return (
    b.flat('M200 165h46a130 130 0 0 1 0 260h-46z', deep) + b.body(oval(190, 295, 130)) +
    b.flat(oval(190, 295, 84), '#e6cfa3') + b.plain(oval(190, 295, 72), b.palette.tint) +
    b.body('M190 165H340l8 12-10 10 10 12-10 10h-96q-24-14-52-14z')
  )
}

function giftBoxes(b: Brush): string {
  const { trim, deep } = b.palette
  const title = b.item.title
  if (/oval|round|victorian|hat/i.test(title)) {
    return (
      b.body('M64 250v120c0 74 272 74 272 0V250z') + b.flat('M52 226v34c0 74 296 74 296 0v-34z', trim) +
      b.body(oval(200, 226, 148, 54)) + b.cord('M200 172V280', trim, 14) +
      b.plain('M200 214c-26-46-86-38-80 0s54 38 80 0zM200 214c26-46 86-38 80 0s-54 38-80 0z', trim) +
      b.plain(oval(200, 214, 14), trim)
    )
  }
  if (/nesting|babushka/i.test(title)) return [[60, 320, 280, 105], [94, 224, 212, 96], [130, 142, 140, 82]].map(([x = 0, y = 0, w = 0, h = 0], at) => (at % 2 ? b.flat(box(x, y + 20, w, h - 20, 3), trim) + b.print(box(x, y + 20, w, h - 20)) : b.body(box(x, y + 20, w, h - 20, 3))) + b.flat(box(x - 8, y, w + 16, 30, 4), at % 2 ? b.palette.body : deep)).join('')
  return (
    b.flat(poly(296, 250, 338, 226, 338, 398, 296, 425), deep) + b.body(box(72, 250, 224, 175, 3)) +
    b.flat(poly(60, 214, 102, 184, 350, 184, 308, 214), b.palette.pale) + b.body(box(60, 214, 248, 44, 3)) +
    b.flat(poly(308, 214, 350, 184, 350, 230, 308, 258), deep) +
    b.plain(box(168, 214, 32, 211), trim) + b.plain(poly(168, 214, 210, 184, 242, 184, 200, 214), trim) +
    b.plain('M200 192c-24-70-104-64-96-20c6 34 66 42 96 20zM200 192c24-70 104-64 96-20c-6 34-66 42-96 20z', trim) +
    b.plain(oval(200, 188, 16), trim)
  )
}

function giftBag(b: Brush): string {
  const { trim, deep, paper: white } = b.palette
  if (/party bag/i.test(b.item.kind ?? '')) {
    return (
      b.body('M84 148l19 14 19-14 19 14 19-14 20 14 20-14 19 14 19-14 19 14 19-14 20 14 20-14v277H84z') +
      b.flat(poly(300, 162, 330, 146, 330, 400, 316, 425, 300, 425), deep) + b.plain(oval(192, 300, 62), white) +
      (b.emblem(192, 300, 90, white) || b.plain(star(192, 304, 48, 21), trim)) + b.line('M84 190h216', 1.2)
    )
  }
  return (
    b.cord('M140 190C140 84 232 84 232 190', deep, 6) + b.flat(poly(286, 176, 336, 190, 336, 414, 286, 425), deep) +
    b.body(box(76, 176, 210, 249, 2)) + b.line('M310 184v120l-24 40M310 304l26 30', 1.4) +
    b.cord('M128 216C128 84 236 84 236 216', trim, 7) + b.plain(oval(128, 216, 6), '#d4ab55') +
    b.plain(oval(236, 216, 6), '#d4ab55') + b.flat(`M236 226l22 22v66h-44v-66z`, white) + b.plain(heart(236, 282, 22), trim)
  )
}
