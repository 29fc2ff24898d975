import type { Brush } from '../Brush.ts'
import { box, oval, poly, scallop } from '../shapes.ts'
import type { Silhouettes } from './Silhouette.ts'

/** Bags and what is carried. */
export const bags: Silhouettes = {
  'jumbo bag': jumboBag,
  'lunch bag': lunchBag,
  'charlotte bag': charlotteBag,
  shopper,
  'shoulder bag': shoulderBag,
  'picnic bag': picnicBag,
  backpack,
  'travel bag': travelBag,
  handbag,
  purse,
  'wash bag': washBag,
  'peg bag': pegBag,
  'card wallet': cardWallet,
  'luggage tag': luggageTag,
  umbrella,
  rainwear,
  'lunch box': lunchBox,
  'picnic basket': picnicBasket,
}

function jumboBag(b: Brush): string {
  const { trim, deep } = b.palette
  return (
    b.cord('M140 190C140 70 230 70 230 182', deep, 13) +
    b.flat(poly(318, 200, 342, 176, 342, 398, 318, 425), deep) +
    b.flat(poly(62, 200, 88, 176, 342, 176, 318, 200), deep) +
    b.body(box(62, 200, 256, 225, 3)) +
    b.plain(box(62, 200, 256, 15), trim) +
    b.cord('M126 300V208C126 104 236 104 236 208V300', trim, 14) +
    b.line('M119 300h14M229 300h14M121 286l10 12M131 286l-10 12M231 286l10 12M241 286l-10 12')
  )
}

function lunchBag(b: Brush): string {
  const { trim, deep, paper } = b.palette
  return (
    b.flat(poly(288, 214, 322, 190, 322, 402, 288, 425), deep) +
    b.body('M92 196h196v229H92z') +
    b.cord('M150 142C150 84 244 84 244 142', trim, 13) +
    b.body('M92 138q0-8 8-8h214q8 0 8 8v52l-34 30H92z') +
    b.line('M288 220V196') +
    b.plain(box(176, 204, 40, 30, 4), trim) +
    b.line('M184 219h24') +
    b.plain(box(226, 366, 48, 34, 3), paper) +
    b.line('M234 378h32M234 388h20')
  )
}

function charlotteBag(b: Brush): string {
  const { trim } = b.palette
  return (
    b.cord('M138 232C136 100 262 100 262 232', trim, 12) +
    b.body('M92 232h216c10 60 34 110 32 150c-2 30-30 43-60 43H120c-30 0-58-13-60-43c-2-40 22-90 32-150z') +
    b.line('M128 236c-4 30-14 54-18 84M168 236c-2 26-6 44-8 66M232 236c2 26 6 44 8 66M272 236c4 30 14 54 18 84', 1.2) +
    b.flat(box(84, 216, 232, 24, 9), trim) +
    b.plain(oval(200, 246, 13), trim) + b.line('M196 246h8M200 242v8')
  )
}

function shopper(b: Brush): string {
  const { trim, deep } = b.palette
  return (
    b.cord('M152 196C150 66 214 66 216 190', deep, 11) +
    b.body('M84 192h232l16 233H68z') +
    b.line('M82 210h236') +
    b.cord('M148 236V196C148 88 252 88 252 196V236', trim, 12) +
    b.line('M142 236h12M246 236h12') +
    (b.item.motif === undefined ? b.plain(oval(200, 320, 44), trim) : '')
  )
}

function shoulderBag(b: Brush): string {
  const { trim, deep } = b.palette
  return (
    b.cord('M76 270C64 20 336 20 324 270', trim, 15) +
    b.body('M66 262h268v130q0 33-33 33H99q-33 0-33-33z') +
    b.flat('M66 250q0-12 12-12h244q12 0 12 12v66q0 50-134 50T66 316z', deep) + b.print('M66 250q0-12 12-12h244q12 0 12 12v66q0 50-134 50T66 316z') +
    b.plain(oval(200, 366, 13), trim) + b.plain(oval(200, 366, 5), deep)
  )
}

function picnicBag(b: Brush): string {
  const { trim, deep, paper } = b.palette
  return (
    b.cord('M120 208C120 92 280 92 280 208', trim, 15) +
    b.flat(poly(304, 210, 336, 188, 336, 398, 304, 425), deep) +
    b.body(box(64, 210, 240, 215, 6)) +
    b.flat(poly(64, 214, 96, 184, 340, 184, 306, 214), trim) +
    b.line('M64 236h240', 4) + b.plain(box(176, 228, 20, 16, 3), paper) +
    b.body(box(100, 292, 168, 108, 8)) + b.line('M100 312h168')
  )
}

function backpack(b: Brush): string {
  const { trim, deep } = b.palette
  return (
    b.cord('M174 110C174 74 226 74 226 110', trim, 10) +
    b.flat(box(70, 270, 34, 120, 14), deep) + b.flat(box(296, 270, 34, 120, 14), deep) +
    b.body('M96 196c0-60 44-92 104-92s104 32 104 92v196q0 33-33 33H129q-33 0-33-33z') +
    b.line('M110 214c0-60 180-60 180 0', 3) +
    b.flat('M124 300h152v84q0 22-22 22H146q-22 0-22-22z', deep) + b.print('M124 300h152v84q0 22-22 22H146q-22 0-22-22z') +
    b.line('M124 322h152', 3) + b.plain(box(194, 316, 12, 26, 4), trim) + (b.item.motif === undefined ? '' : b.plain(oval(200, 238, 40), trim) + b.emblem(200, 238, 58, trim))
  )
}

function travelBag(b: Brush): string {
  const { trim, deep } = b.palette
  return (
    b.cord('M140 250C140 140 260 140 260 250', trim, 13) +
    b.body('M56 300q0-62 62-62h164q62 0 62 62v94q0 31-31 31H87q-31 0-31-31z') +
    b.line('M70 268h260', 3) + b.plain(box(282, 262, 26, 12, 4), trim) +
    b.flat(box(104, 238, 22, 187), trim) + b.flat(box(274, 238, 22, 187), trim) +
    b.plain(oval(200, 344, 48), b.palette.paper) + (b.emblem(200, 344, 66, b.palette.paper) || b.plain('M168 352l64-26-20 24 8 18-14-12-16 8z', deep))
  )
}

function handbag(b: Brush): string {
  const { trim } = b.palette
  return (
    b.cord('M138 258C126 106 274 106 262 258', trim, 11) +
    b.body('M98 250h204c30 40 44 92 38 132c-4 30-24 43-50 43H110c-26 0-46-13-50-43c-6-40 8-92 38-132z') +
    b.line('M140 266c-10 20-20 44-22 70M260 266c10 20 20 44 22 70M200 270v60') +
    b.flat(box(92, 236, 216, 22, 8), trim) + b.plain(oval(192, 230, 9), trim) + b.plain(oval(208, 230, 9), trim)
  )
}

function purse(b: Brush): string {
  return (
    b.body('M116 262h168c34 30 54 68 52 104c-2 40-40 59-76 59H140c-36 0-74-19-76-59c-2-36 18-74 52-104z') +
    b.flat('M106 268c0-60 188-60 188 0l-14 4c0-44-160-44-160 0z', '#d4ab55') +
    b.plain(oval(190, 214, 12), '#d4ab55') + b.plain(oval(211, 214, 12), '#d4ab55') + b.line('M152 290c-8 12-12 22-14 34M248 290c8 12 12 22 14 34')
  )
}

function washBag(b: Brush): string {
  const { trim } = b.palette
  return (
    b.body('M70 250q130-26 260 0l14 150q2 25-24 25H80q-26 0-24-25z') +
    b.flat('M66 244q134-30 268 0v20q-134-28-268 0z', trim) +
    b.plain(box(296, 246, 34, 12, 5), b.palette.paper) + b.line('M330 252q18 6 14 26')
  )
}

function pegBag(b: Brush): string {
  const { trim, deep } = b.palette
  return (
    b.line('M200 136c0-26 34-24 30-46c-4-18-30-14-30 4', 5) +
    b.flat('M76 190L190 132q10-6 20 0l114 58-10 12H86z', '#c9996a') +
    b.body('M84 192q116-30 232 0l18 200q2 33-31 33H97q-33 0-31-33z') +
    b.plain('M136 260q64-46 128 0q-8 64-64 64t-64-64z', deep) + b.line('M130 256q70-50 140 0', 5) +
    b.flat(box(166, 250, 16, 74, 4), '#d9b384') + b.flat(box(204, 256, 16, 68, 4), '#d9b384') + b.plain('M138 300q62 40 124 0v4q-8 20-62 20t-62-20z', trim)
  )
}

function cardWallet(b: Brush): string {
  const { deep, paper, trim } = b.palette
  return (
    b.plain(box(120, 150, 190, 130, 8), paper) + b.plain(box(120, 166, 190, 24), trim) +
    b.flat(box(92, 190, 236, 235, 12), deep) +
    b.body('M70 206q0-12 12-12h124v231H82q-12 0-12-12z') + b.body('M206 194h112q12 0 12 12v207q0 12-12 12H206z') +
    b.line('M206 194v231', 2.5) + b.plain(box(90, 226, 96, 62, 5), paper) + b.emblem(138, 257, 50, paper) + b.line('M82 206h112v207H82z', 0.8)
  )
}

function luggageTag(b: Brush): string {
  const { trim, paper } = b.palette
  return (
    b.cord('M200 156C150 60 280 50 206 150', trim, 9) +
    b.body('M150 130h100l50 56v216q0 23-23 23H123q-23 0-23-23V186z') + b.plain(oval(200, 166, 14), paper) +
    b.plain(box(130, 220, 140, 160, 8), paper) + (b.emblem(200, 284, 92, paper) || '') + b.line('M150 350h100M150 362h64')
  )
}

function umbrella(b: Brush): string {
  const { trim, deep } = b.palette
  return (
    b.cord('M200 112V398q0 24-23 24t-23-24', '#c9996a', 8) + b.plain(oval(200, 98, 6), trim) +
    b.body('M48 262C52 160 118 104 200 104s148 56 152 158q-26-28-50 0q-26-28-52 0q-24-28-50 0q-26-28-50 0q-26-28-52 0q-24-28-50 0z') +
    b.line('M200 104C160 140 148 200 150 262M200 104C240 140 252 200 250 262M200 104C124 140 100 200 98 262M200 104C276 140 300 200 302 262') +
    (/lace|edwardian|paper/i.test(b.item.title) ? b.plain('M48 262q26-28 50 0q26-28 52 0q24-28 50 0q26-28 50 0q26-28 52 0q24-28 50 0q-25 22-50 4q-26 22-52 0q-24 22-50 0q-26 22-50 0q-26 22-52 0q-26 18-50-4z', deep) : '')
  )
}

function rainwear(b: Brush): string {
  const { trim, deep } = b.palette
  return (
    b.line('M200 100c0-20 22-18 20-34', 4) +
    b.flat('M150 150c0-66 100-66 100 0z', deep) +
    b.body('M150 140q50 34 100 0c34 6 50 30 58 62l38 120-34 12-30-74v160q0 5-5 5H123q-5 0-5-5V260l-30 74-34-12 38-120c8-32 24-56 58-62z') +
    b.line('M200 158v262M118 260l10-48M282 260l-10-48') + [196, 242, 288, 334].map(y => b.plain(oval(212, y, 6), trim)).join('') + b.line('M138 346h44M226 346h44', 3)
  )
}

function lunchBox(b: Brush): string {
  const { trim, deep, paper } = b.palette
  if (/snack|container|round/i.test(b.item.title)) {
    return b.flat(box(112, 342, 176, 83, 14), deep) + b.body(box(88, 244, 224, 98, 16)) + b.flat(box(80, 236, 240, 30, 10), trim) + b.flat(box(104, 332, 192, 22, 8), trim) + b.body(box(112, 168, 176, 68, 16)) + b.flat(box(104, 156, 192, 26, 10), trim)
  }
  return (
    b.cord('M148 206C148 150 252 150 252 206', trim, 14) +
    b.body(box(60, 206, 280, 219, 30)) + b.line('M60 268h280', 2.5) +
    b.flat(box(110, 254, 30, 36, 5), trim) + b.flat(box(260, 254, 30, 36, 5), trim) +
    (b.item.motif === undefined ? '' : b.plain(box(128, 300, 144, 104, 14), paper) + b.emblem(200, 352, 88, paper))
  )
}

function picnicBasket(b: Brush): string {
  const { deep, trim } = b.palette
  const weave = [290, 318, 346, 374, 402].map(y => b.line(`M62 ${y}q23-12 46 0t46 0t46 0t46 0t46 0t46 0`)).join('')
  return (
    b.cord('M118 262C110 100 290 100 282 262', deep, 14) +
    b.flat('M56 262h288l-18 150q-2 13-16 13H90q-14 0-16-13z', b.palette.body) + weave +
    b.flat('M60 222h140v44H50q-4-32 10-44z', b.palette.body) + b.flat('M200 222h140q14 12 10 44H200z', b.palette.body) + b.line('M64 238h130M60 252h134M206 238h132M206 252h134') +
    b.plain(scallop(140, 268, 26, 12, 8), trim)
  )
}
