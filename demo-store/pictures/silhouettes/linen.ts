import type { Brush } from '../Brush.ts'
import { box, heart, oval, poly } from '../shapes.ts'
import type { Silhouettes } from './Silhouette.ts'

/** Kitchen cloth, and what is worn at the stove and the sink. */
export const linen: Silhouettes = {
  apron,
  'oven glove': ovenGlove,
  'tea towel': teaTowel,
  'washing up': sponge,
}

function apron(b: Brush): string {
  const { trim, deep } = b.palette
  return (
    b.cord('M148 124C140 60 260 60 252 124', trim, 10) +
    b.cord('M92 250C60 262 58 300 70 330M308 250c32 12 34 50 22 80', trim, 9) +
    b.body('M142 118h116c2 54 20 96 52 126l14 165q2 16-14 16H90q-16 0-14-16l14-165c32-30 50-72 52-126z') +
    b.plain(box(136, 118, 128, 16, 4), trim) + b.flat('M126 284H274v50q0 40-40 40h-68q-40 0-40-40z', deep) +
    b.print('M126 284H274v50q0 40-40 40h-68q-40 0-40-40z') + b.plain(box(122, 278, 156, 14, 4), trim)
  )
}

function ovenGlove(b: Brush): string {
  const { title } = b.item
  const { trim, deep } = b.palette
  if (/washing up/i.test(title)) {
    const hand = 'M112 425V262l-34-62c-8-18 14-28 26-12l22 34 2-110c2-22 28-22 30 0l4 84 4-104c2-22 30-22 30 0l2 104 12-90c4-20 30-18 28 4l-8 96 18-58c8-18 30-10 26 10l-34 112v155z'
    return `<g transform="translate(18 0)">${b.body(hand)}${b.flat(box(102, 376, 152, 49, 8), trim)}</g>`
  }
  if (/double/i.test(title)) {
    const pocket = (x: number): string => b.flat(`M${x} 292h104v85q0 48-52 48t-52-48z`, deep) +
      b.print(`M${x} 292h104v85q0 48-52 48t-52-48z`) + b.plain(box(x - 4, 284, 112, 16, 4), trim)
    return b.body('M48 377V190q0-92 152-92t152 92v187q0 48-52 48t-52-48V236q0-30-48-30t-48 30v141q0 48-52 48t-52-48z') +
      b.line('M66 300V196q0-80 134-80t134 80v104', 1) + pocket(48) + pocket(248)
  }
  return (
    b.cord('M268 396c30 4 34 30 12 30', trim, 7) +
    b.body('M118 425V196c0-64 26-104 72-104s74 40 74 104v40c16-26 44-50 66-34c18 14 10 34-6 52l-56 66v105z') +
    b.line('M136 380V200c0-50 18-88 54-88M250 300l40-52', 1) + b.flat(box(106, 372, 174, 53, 8), trim) +
    (/heart/i.test(title) ? b.plain(heart(192, 248, 78), trim) : '') + b.line('M116 386h154M116 412h154', 1)
  )
}

function teaTowel(b: Brush): string {
  const { title } = b.item
  const { trim, deep, pale } = b.palette
  if (/table ?cloth|table run/i.test(title)) {
    return b.flat(box(88, 320, 18, 105), '#c9996a') + b.flat(box(294, 320, 18, 105), '#c9996a') +
      b.body('M40 372l36-164h248l36 164q-26 24-46-2q-22 26-46 2q-22 24-46 0q-24 24-46 0q-24 26-46-2q-20 26-50 2z') +
      b.line('M76 250L60 360M324 250l16 110M140 262l-12 96M260 262l12 96M200 264v96', 1.2) + b.body('M76 208h248l8 44H68z') +
      b.flat('M150 206c0-64 100-64 100 0z', '#f6efe2') + b.plain(oval(200, 152, 9), '#c23b33')
  }
  if (/flannel|\btowel\b/i.test(title) && !/tea towel|design/i.test(title)) {
    return b.body('M70 300q0-26 26-26h208q26 0 26 26v96q0 29-29 29H99q-29 0-29-29z') +
      b.flat('M86 226q0-24 24-24h180q24 0 24 24v28q0 24-24 24H110q-24 0-24-24z', pale) +
      b.print('M86 226q0-24 24-24h180q24 0 24 24v28q0 24-24 24H110q-24 0-24-24z') +
      b.line('M330 300c-40 0-60 40-60 70s30 40 60 30') + b.plain(box(70, 340, 214, 16), trim) +
      b.plain(oval(200, 176, 42, 26), '#e7a0aa') + b.line('M176 176h48', 1)
  }
  const hang = (x: number, y: number): string =>
    b.body(`M${x} ${y}h150v270l-12 8-12-8-13 8-12-8-13 8-12-8-13 8-12-8-13 8-12-8-13 8-13-8z`) +
      b.plain(box(x, y + 206, 150, 12), trim) + b.plain(box(x, y + 226, 150, 7), trim) +
      b.line(`M${x + 40} ${y + 10}v180M${x + 104} ${y + 10}v186`, 1)
  return b.cord('M36 120H364', '#c9996a', 12) +
    (b.item.setSize === undefined ? ''
    : `<g transform="translate(0 8)">${b.flat(box(192, 116, 134, 260, 2), deep)}${b.print(box(192, 116, 134, 260, 2))}${b.plain(box(192, 330, 134, 12), trim)}</g>`) +
    hang(b.item.setSize === undefined ? 125 : 78, 118) + b.cord('M36 120H364', '#c9996a', 12).replace(/^/, '')
}

function sponge(b: Brush): string {
  const { title } = b.item
  const holes = (points: readonly (readonly [number, number, number])[]): string =>
    points.map(([x, y, r]) => b.patch(oval(x, y, r, r * 0.8), '#1E1A16', 0.16)).join('')
  const pores = holes([[140, 300, 9], [180, 350, 7], [230, 296, 8], [262, 350, 10], [200, 260, 6], [158, 380, 6]])
  if (/apple/i.test(title)) return b.cord('M200 190c0-40 10-60 26-72', '#7a5138', 9) +
    b.flat('M214 160c20-46 64-48 88-36c-14 34-50 50-88 36z', '#6f9468') +
    b.flat('M200 190c70-40 140 4 132 100c-6 80-66 160-132 126c-66 34-126-46-132-126c-8-96 62-140 132-100z', '#c23b33') + pores
  if (/strawberry/i.test(title)) return b.flat('M200 425c-66-12-130-110-130-188c0-62 56-80 130-80s130 18 130 80c0 78-64 176-130 188z', '#c23b33') +
    b.flat(poly(110, 150, 170, 158, 200, 112, 230, 158, 290, 150, 250, 192, 262, 222, 214, 202, 200, 236, 186, 202, 138, 222, 150, 192), '#6f9468') +
    pores
  if (/watermelon/i.test(title)) return b.flat('M44 250H356c0 110-70 175-156 175S44 360 44 250z', '#6f9468') +
    b.plain('M70 250H330c0 90-60 148-130 148S70 340 70 250z', '#d9636a') +
    [[120, 290], [170, 300], [220, 290], [270, 300], [150, 344], [250, 344], [200, 350]].map(([x = 0, y = 0]) =>
    b.plain(oval(x, y, 6, 10), '#1E1A16')).join('')
  return b.flat(poly(60, 425, 340, 425, 200, 190), '#f0deba') + b.plain(poly(82, 388, 318, 388, 302, 362, 98, 362), '#6f9468') +
    b.plain(poly(98, 362, 302, 362, 288, 338, 112, 338), '#c4574c') + pores
}
