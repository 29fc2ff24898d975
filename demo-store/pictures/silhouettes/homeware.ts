import type { Brush } from '../Brush.ts'
import { box, heart, oval, poly } from '../shapes.ts'
import { inkOn, writtenOn } from './lettering.ts'
import type { Silhouettes } from './Silhouette.ts'

/** Soft and useful things about the house. */
export const homeware: Silhouettes = {
  'hot water bottle': hotWaterBottle,
  'hand warmer': handWarmer,
  'alarm clock': alarmClock,
  doormat,
  mat,
  doorstop,
  cushion,
  throw: blanket,
  slippers,
}

function hotWaterBottle(b: Brush): string {
  const { trim, deep, body } = b.palette
  const words = /keep calm|sympathy|i am so|hot stuff/i.test(b.item.title) ? b.item.title.replace(/hot water bottle/i, '').trim() : ''
  const knitted = /knit/i.test(b.item.title) ? b.line('M120 200q10 10 20 0t20 0t20 0t20 0t20 0t20 0t20 0t20 0M100 390q10 10 20 0t20 0t20 0t20 0t20 0t20 0t20 0t20 0t20 0t20 0', 1.5) : ''
  return (
    b.flat(box(180, 70, 40, 26, 7), deep) + b.flat('M138 92q62 16 124 0l-30 52h-64z', trim) +
    b.flat('M176 418h48v-14h-48z', deep) +
    b.body('M160 138h80c0 26 84 16 84 72v165c0 34-30 50-64 50H140c-34 0-64-16-64-50V210c0-56 84-46 84-72z') +
    b.plain(box(150, 130, 100, 17, 8), trim) + knitted +
    (words !== '' ? b.plain(box(104, 226, 192, 130, 10), b.palette.paper) + b.words(words, 200, 291, 176, 116) : b.item.motif === undefined ? b.line('M116 226v140M148 216v160M180 214v164M220 214v164M252 216v160M284 226v140', 1.5) + b.plain(heart(200, 298, 104), trim === body ? deep : trim) : '')
  )
}

function handWarmer(b: Brush): string {
  const { trim } = b.palette
  if (/heart/i.test(b.item.title)) {
    return (
      b.body(heart(200, 280, 300)) + b.line(heart(200, 278, 262), 1.2) + b.plain(oval(236, 262, 28), '#dfe6e8') +
      b.line('M226 262h20', 2)
    )
  }
  return (
    b.body('M70 210q-16 106 0 210q130-20 260 0q16-104 0-210q-130 20-260 0z') +
    b.line('M84 226q-10 90 0 178M316 226q10 90 0 178', 1.3) +
    (b.emblem(200, 314, 130) && b.plain(oval(200, 314, 76), b.palette.paper) + b.emblem(200, 314, 112, b.palette.paper)) +
    b.cord('M120 150c-22-20 22-34 0-56M200 150c-22-20 22-34 0-56M280 150c-22-20 22-34 0-56', trim === b.palette.paper ? '#dd8791' : trim, 5)
  )
}

function alarmClock(b: Brush): string {
  const { body, deep } = b.palette
  if (/travel/i.test(b.item.title)) {
    return (
      b.flat(poly(96, 425, 304, 425, 330, 210, 70, 210), deep) + b.body(box(70, 176, 260, 220, 26)) +
      b.plain(oval(200, 286, 88), '#fbf7ee') +
      b.line('M200 286V226M200 286l38 20M200 206v10M200 356v10M120 286h10M270 286h10', 5)
    )
  }
  const ticks = 'M200 190v18M200 352v18M110 280h18M272 280h18M136 216l10 10M254 334l10 10M264 216l-10 10M146 334l-10 10'
  return (
    b.cord('M160 138C160 80 240 80 240 138', '#bcc3c6', 8) + b.cord('M122 372L92 416M278 372L308 416', deep, 14) +
    b.cord('M200 148V120', '#bcc3c6', 8) +
    b.flat('M74 214c-24-54 30-106 84-82z', '#bcc3c6') + b.flat('M326 214c24-54-30-106-84-82z', '#bcc3c6') +
    b.body(oval(200, 280, 134)) + b.plain(oval(200, 280, 104), '#fbf7ee') + b.line(ticks, 4.5) + b.line('M200 280V218', 6) +
    b.line('M200 280L244 306', 7) + b.line('M200 280L158 316', 2) + b.plain(oval(200, 280, 8), body)
  )
}

function doormat(b: Brush): string {
  const coir = '#c6a06b'
  const words = writtenOn(b.item.title, 26)
  const fringe = Array.from({ length: 24 }, (_, at) => `M${54 + at * 12.7} 408v17`).join('')
  const named = b.item.motif === undefined
  return (
    b.flat('M48 220q0-10 10-10h284q10 0 10 10v188H48z', b.palette.body) + b.line(fringe, 3) +
    (named ? b.line('M64 228h272v164H64z', 3) + b.words(words, 200, 310, 250, 140, inkOn(b.palette.body)) : b.plain(box(70, 232, 260, 156), coir) + b.body(box(82, 244, 236, 132, 2)) + (/welcome|keep calm|home|come in/i.test(words) ? b.plain(box(104, 274, 192, 72, 6), b.palette.paper) + b.words(words, 200, 310, 176, 62) : ''))
  )
}

function mat(b: Brush): string {
  const { trim, deep, pale } = b.palette
  return (
    b.flat('M96 186h232q22 0 22 34t-22 34H96z', deep) + b.flat('M52 240h276v185H52z', b.palette.body) +
    [262, 300, 338, 376].map((y, at) => b.plain(box(52, y, 276, 15), at % 2 ? trim : pale)).join('') +
    b.flat(oval(96, 214, 44, 34), pale) + b.line(oval(96, 214, 28, 21)) + b.line(oval(96, 214, 12, 9))
  )
}

function doorstop(b: Brush): string {
  const { trim, deep, paper } = b.palette
  const title = b.item.title
  const eyes = (x: number, y: number, gap: number): string => b.patch(oval(x - gap, y, 6) + oval(x + gap, y, 6), b.palette.ink)
  if (/cat\b|dog/i.test(title)) {
    return (
      b.cord('M280 400c70-20 50-96 22-92', deep, 16) + b.body('M108 425c-14-70 4-120 34-150h116c30 30 48 80 34 150z') +
      b.flat(/cat/i.test(title) ? 'M126 154l44 30q30-8 60 0l44-30c16 60 18 130-74 130s-90-70-74-130z' : 'M128 176q72-40 144 0c20 70 0 112-72 112s-92-42-72-112z', b.palette.body) +
      (/cat/i.test(title) ? '' : b.flat('M130 172c-50 4-50 76-22 92c18-16 26-56 22-92zM270 172c50 4 50 76 22 92c-18-16-26-56-22-92z', deep)) +
      eyes(200, 222, 32) + b.plain('M190 240h20l-10 11z', '#dd8791') +
      b.line('M200 251q-12 16-24 8M200 251q12 16 24 8M150 425v-60M250 425v-60', 2) + b.plain(heart(200, 330, 46), trim)
    )
  }
  if (/owl/i.test(title)) {
    return (
      b.body('M110 160q40 26 90 22q50 4 90-22c24 60 30 130 20 190q-12 75-110 75T90 350c-10-60-4-130 20-190z') +
      b.flat(oval(154, 236, 44), paper) + b.flat(oval(246, 236, 44), paper) + eyes(200, 238, 40) +
      b.plain('M188 258h24l-12 28z', '#e2a03c') +
      b.flat('M104 300c34 10 46 50 32 96c-34-20-44-60-32-96zM296 300c-34 10-46 50-32 96c34-20 44-60 32-96z', deep)
    )
  }
  if (/cottage|house|caravan|hut/i.test(title)) {
    return (
      b.body(box(86, 236, 228, 189, 6)) + b.flat('M62 244L200 116L338 244z', trim) +
      b.flat('M176 425v-84q0-24 24-24t24 24v84z', deep) + b.plain(box(108, 282, 46, 50, 3), '#d5e4ec') +
      b.plain(box(246, 282, 46, 50, 3), '#d5e4ec') + b.line('M131 282v50M108 307h46M269 282v50M246 307h46') +
      b.plain(heart(200, 200, 44), paper)
    )
  }
  if (/doll|babushka/i.test(title)) {
    return (
      b.body('M118 425c-40-60-20-130 20-164h124c40 34 60 104 20 164z') + b.flat(oval(200, 190, 84, 88), trim) +
      b.flat(oval(200, 202, 58, 60), '#f6dcc0') + b.patch('M142 196c4-60 112-60 116 0c-30-26-86-26-116 0z', '#8d6748') +
      eyes(200, 208, 22) + b.line('M188 230q12 10 24 0', 2) + b.plain(heart(200, 340, 80), trim)
    )
  }
  if (/duck|bird|chick/i.test(title)) {
    return (
      b.body('M70 322c24-8 58-26 66-64c-18-70 22-116 74-116c56 0 84 44 74 90c50 24 66 74 46 128c-16 44-54 65-124 65c-90 0-130-40-136-103z') +
      b.plain('M284 196l56 18-58 22z', '#e2a03c') + b.patch(oval(244, 192, 7), b.palette.ink) +
      b.flat('M140 320c50-30 116-10 124 34c-40 40-108 30-124-34z', deep)
    )
  }
  return (
    b.flat('M176 136c0-50 48-50 48 0', trim) +
    (/heart/i.test(title) ? b.body('M200 425H150C40 330 40 190 130 176c36-4 60 16 70 40c10-24 34-44 70-40c90 14 90 154-20 249z') : b.body(poly(86, 425, 314, 425, 276, 156, 124, 156))) +
    b.cord('M164 170C164 96 236 96 236 170', trim, 13)
  )
}

function cushion(b: Brush): string {
  const { trim } = b.palette
  const title = b.item.title
  if (/pouffe/i.test(title)) {
    return (
      b.body('M64 300q0-70 136-70t136 70v60q0 65-136 65T64 360z') +
      b.line('M64 300q0 50 136 50t136-50M200 232v118M116 250q-10 40-20 88M284 250q10 40 20 88', 1.8) +
      b.plain(oval(200, 246, 14, 8), trim)
    )
  }
  if (/heart/i.test(title) && /shape/i.test(title)) return b.body(heart(200, 276, 300)) + b.line(heart(200, 274, 264), 1.2)
  if (/seat|chair pad/i.test(title)) {
    return (
      b.body('M62 320q0-20 22-22q116-14 232 0q22 2 22 22v72q0 30-22 30q-116 8-232 0q-22 0-22-30z') +
      b.line('M62 352q138 26 276 0M120 300q0 20-12 40M280 300q0 20 12 40', 1.6) + bow(b, 78, 306, trim) +
      bow(b, 322, 306, trim)
    )
  }
  if (/filler/i.test(title)) {
    return (
      b.flat('M64 150q136 30 272 0q-26 136 0 268q-136-26-272 0q26-132 0-268z', '#f8f4ea') +
      b.line('M88 174q112 22 224 0M88 396q112-20 224 0', 1.2)
    )
  }
  const patch = b.item.motif === undefined && !/flock|suede|velvet/i.test(title) ? b.plain(box(142, 222, 116, 116, 3), trim) + b.line('M142 280h116M200 222v116') : ''
  return (
    b.body('M62 146q138 32 276 0q-28 138 0 274q-138-28-276 0q28-136 0-274z') + patch +
    b.line('M62 146l30 26M338 146l-30 26M62 420l30-24M338 420l-30-24M90 170q-14 110 0 224M310 170q14 110 0 224', 1.3) +
    [[62, 146], [338, 146], [62, 418], [338, 418]].map(([x = 0, y = 0]) => b.plain(oval(x, y, 8), trim)).join('')
  )
}

function bow(b: Brush, x: number, y: number, colour: string): string {
  return b.plain(`M${x} ${y}l-28-16v32zM${x} ${y}l28-16v32z`, colour) + b.plain(oval(x, y, 6), colour)
}

function blanket(b: Brush): string {
  const { trim, deep } = b.palette
  const fringe = Array.from({ length: 15 }, (_, at) => `M${66 + at * 11.5} 374l-2 32`).join('')
  const fold = (y: number): string =>
    b.flat(`M76 ${y}h228q38 0 38 34t-38 34H76q-22 0-22-34t22-34z`, b.palette.body) +
    b.line(`M66 ${y + 34}h236M304 ${y + 20}q18 0 18 14t-18 14`, 1.6)
  return (
    fold(357) + fold(289) + fold(221) + b.body('M60 236q0-22 24-22h128q20 0 20 22v144H60z') +
    b.plain(box(60, 340, 172, 16), trim) + b.plain(box(60, 364, 172, 8), deep) + b.line(fringe, 4)
  )
}

function slippers(b: Brush): string {
  const { trim, deep } = b.palette
  const shoe = (x: number, y: number): string => `<g transform="translate(${x} ${y})">${b.flat('M20 60c-10 50 6 66 40 66h130c46 0 60-20 60-46z', '#f3ead6')}${b.body('M18 30c20-16 70-18 96 6c60-20 126-4 134 44c2 26-20 34-60 34H56C20 114 8 84 18 30z')}${b.plain('M14 34c10-20 90-26 104 4c-6 24-92 26-104-4z', deep)}${b.cord('M14 36c14 24 88 22 104 2', '#f6ead6', 10)}${b.plain(oval(180, 52, 16), trim)}</g>`
  return shoe(50, 170) + shoe(84, 298)
}
