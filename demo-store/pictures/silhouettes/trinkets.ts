import type { Brush } from '../Brush.ts'
import { box, heart, oval, petals, poly, scallop, short, star } from '../shapes.ts'
import { gem, metal } from './gem.ts'
import type { Silhouettes } from './Silhouette.ts'

/** Small things to keep in a pocket or to give. */
export const trinkets: Silhouettes = {
  'key ring': keyRing,
  'bag charm': bagCharm,
  'napkin ring': napkinRing,
  'bicycle bell': bicycleBell,
  'lip gloss': lipGloss,
  fan,
  paperweight,
  sunglasses,
  headphones,
}

const gold = '#d4ab55'
const silver = '#bcc3c6'

function keyRing(b: Brush): string {
  const { body, trim } = b.palette
  const title = b.item.title
  const letter = /letter "?([a-z])"?/i.exec(title)?.[1]?.toUpperCase()
  const hoop = b.cord(oval(200, 138, 52), silver, 9) + b.cord('M200 190v44', silver, 8)
  if (letter !== undefined) {
    return (
      hoop + b.body(box(112, 232, 176, 178, 20)) + b.plain(box(128, 248, 144, 146, 12), b.palette.paper) +
      b.words(letter, 200, 321, 130, 130) +
      [[128, 248], [272, 248], [128, 394], [272, 394]].map(([x = 0, y = 0]) => b.plain(star(x, y, 15, 6, 4), gold)).join('')
    )
  }
  if (/fob/i.test(title)) {
    const words = title.replace(/key ?fob,?/i, '').replace(/\s+/g, ' ').trim()
    return (
      hoop + b.body('M132 250q0-18 18-18h100q18 0 18 18v130l-34 44h-68l-34-44z') +
      b.plain(box(148, 270, 104, 100, 8), b.palette.paper) +
      (b.item.motif === undefined ? b.words(words, 200, 320, 92, 86) : b.emblem(200, 320, 82, b.palette.paper))
    )
  }
  const key = `<g transform="rotate(-28 200 190)">${b.cord('M200 190V372', gold, 11)}${b.plain('M204 326h38v14h-16v12h16v14h-38z', gold)}</g>`
  return (
    key + hoop +
    (b.item.motif === undefined ? /ball|assorted/i.test(title) ? b.body(oval(236, 328, 82)) : gem(b, 236, 322, 150) : b.flat(oval(236, 330, 86), trim) + b.plain(oval(236, 330, 72), body) + b.emblem(236, 330, 106))
  )
}

function bagCharm(b: Brush): string {
  const { body, trim } = b.palette
  const phone = /phone|mobile/i.test(b.item.title)
  const top = phone ? b.cord('M200 196C150 130 176 84 200 84S250 130 200 196', '#4a4039', 6) : b.cord('M178 178v-60c0-44 54-44 54-4v60', silver, 9) + b.plain(box(172, 172, 20, 28, 6), silver)
  const beads = b.line('M200 196V300M200 210C160 250 140 290 134 330M200 210C240 250 260 280 268 312', 2.5) + b.flat(oval(200, 232, 20), trim) + b.flat(oval(162, 268, 14) + oval(240, 264, 14), body) + b.flat(oval(134, 346, 26), body) + b.flat(heart(268, 336, 52), trim) + b.plain(oval(200, 268, 11), gold)
  return (
    top + b.plain(oval(200, 200, 13), silver) + beads +
    (b.item.motif === undefined ? gem(b, 200, 344, 112) : b.flat(oval(200, 350, 62), b.palette.paper) + b.emblem(200, 350, 90, b.palette.paper))
  )
}

function napkinRing(b: Brush): string {
  const { body, trim, paper } = b.palette
  if (/place sett/i.test(b.item.title)) {
    return (
      b.flat(box(76, 176, 248, 150, 4), paper) + b.line('M116 230h168M140 262h120', 2) +
      b.flat('M120 425q0-30 80-30t80 30z', silver) + b.cord('M200 400V320', silver, 9) + gem(b, 200, 338, 96)
    )
  }
  if (/charm/i.test(b.item.title)) return [[110, 180], [290, 180], [110, 330], [290, 330]].map(([x = 0, y = 0], at) => b.cord(oval(x, y - 26, 42), silver, 7) + (at % 2 ? b.flat(heart(x, y + 48, 56), trim) : b.flat(star(x, y + 48, 34, 15), body))).join('')
  return (
    b.flat('M150 250C70 220 50 150 70 110c40-20 90 10 130 70c40-60 90-90 130-70c20 40 0 110-80 140z', '#f6e2d6') +
    b.line('M90 130c30 40 70 80 100 110M310 130c-30 40-70 80-100 110', 1.5) +
    b.flat('M150 270l-44 155h188l-44-155z', '#f6e2d6') + b.line('M176 300l-18 116M200 300v120M224 300l18 116', 1.5) +
    b.cord('M134 262q66 34 132 0', metal(b), 22) + gem(b, 200, 274, 88)
  )
}

function bicycleBell(b: Brush): string {
  if (/clips/i.test(b.item.title)) {
    return (
      b.cord('M146 380C40 300 70 130 160 140C240 150 240 300 190 380', silver, 15) +
      b.cord('M270 410C190 340 210 200 280 210C350 220 340 340 304 410', silver, 15)
    )
  }
  return (
    b.cord('M46 392C120 372 280 372 354 392', '#4a4039', 24) + b.flat(box(168, 330, 64, 70, 8), silver) +
    b.cord('M296 316l50-34', silver, 13) + b.plain(oval(346, 282, 15), '#4a4039') + b.body('M72 322c0-170 256-170 256 0z') +
    b.flat(box(60, 316, 280, 24, 11), silver) + b.plain(oval(200, 190, 14), silver) +
    b.cord('M64 150q-20 20-24 50M336 150q20 20 24 50', b.palette.trim, 5)
  )
}

function lipGloss(b: Brush): string {
  const { trim, deep } = b.palette
  if (/doughnut/i.test(b.item.title)) {
    return (
      b.flat(oval(200, 290, 132), '#d9a05c') + b.flat(scallop(200, 286, 116, 114, 11), '#e7a0aa') +
      b.flat(oval(200, 288, 42), b.palette.tint) +
      [[130, 240], [182, 196], [262, 226], [286, 300], [240, 372], [160, 366], [118, 306]].map(([x = 0, y = 0], at) => `<g transform="rotate(${at * 50} ${x} ${y})">${b.plain(box(x - 12, y - 4, 24, 8, 4), at % 2 ? '#6f96b5' : '#fbf7f0')}</g>`).join('')
    )
  }
  if (/ice cream/i.test(b.item.title)) {
    return (
      b.flat(poly(130, 250, 270, 250, 212, 425, 188, 425), '#d9a05c') +
      b.line('M150 262l60 140M250 262l-60 140M190 252l46 90M212 252l-46 90', 1.5) +
      b.body('M112 256c-20-40 10-70 34-72c-4-60 112-60 108 0c24 2 54 32 34 72c-30 30-40-10-60 6s-40 16-56 0s-40 20-60-6z') +
      b.plain(oval(200, 126, 20), '#c23b33') + b.line('M206 108q8-20 24-24', 2.5)
    )
  }
  return b.flat(box(162, 96, 76, 150, 10), deep) + b.body(box(154, 240, 92, 185, 16)) + b.plain(heart(200, 330, 56), trim)
}

function fan(b: Brush): string {
  const sticks = Array.from({ length: 9 }, (_, at) => {
    const angle = Math.PI * (0.08 + (0.84 * at) / 8)
    return `M200 400L${short(200 - 152 * Math.cos(angle))} ${short(400 - 260 * Math.sin(angle) ** 0.7)}`
  }).join('')
  return (
    b.line(sticks, 4) + b.body('M50 320C70 170 130 122 200 122s130 48 150 198l-84 50c-8-60-30-84-66-84s-58 24-66 84z') +
    b.line(sticks, 1.2) + b.plain(oval(200, 402, 15), gold) + b.cord('M200 416c20 4 40-6 56 6', b.palette.trim, 5)
  )
}

function paperweight(b: Brush): string {
  const { body, deep, trim } = b.palette
  const title = b.item.title
  if (/gecko/i.test(title)) {
    return (
      b.cord('M200 330C230 400 320 420 330 350', body, 22) +
      b.cord('M190 210L110 190L84 150M214 210L290 180L318 206M190 310L116 330L92 376M216 306L286 300L310 262', body, 18) +
      b.flat('M200 90c36 0 50 36 38 66c-8 20 12 40 12 90c0 60-20 104-48 104s-48-44-48-104c0-50 20-70 12-90c-12-30 0-66 34-66z', body) +
      b.patch(oval(182, 122, 7) + oval(220, 122, 7), b.palette.ink) +
      b.patch(oval(200, 210, 10) + oval(188, 250, 8) + oval(214, 256, 8) + oval(200, 296, 9), trim)
    )
  }
  if (/frog/i.test(title)) {
    return (
      b.flat(oval(108, 372, 62, 53) + oval(292, 372, 62, 53), body) +
      b.flat('M90 330c0-60 40-100 110-100s110 40 110 100s-40 95-110 95s-110-35-110-95z', body) +
      b.flat(oval(148, 186, 34) + oval(252, 186, 34), body) +
      b.flat('M96 250c0-62 208-62 208 0s-40 82-104 82s-104-20-104-82z', body) +
      b.plain(oval(148, 184, 18) + oval(252, 184, 18), '#fbf7f0') +
      b.patch(oval(150, 186, 8) + oval(250, 186, 8), b.palette.ink) + b.line('M132 270q68 44 136 0', 3)
    )
  }
  if (/ceramic ball/i.test(title)) {
    return (
      b.body(oval(200, 285, 140)) + b.plain('M62 262q138 56 276 0v46q-138 56-276 0z', b.palette.pale) +
      [110, 170, 230, 290].map((x, at) => b.plain(petals(x, at % 3 ? 308 : 298, 12, 9, 5), body) + b.plain(oval(x, at % 3 ? 308 : 298, 7), gold)).join('') +
      `<path d="M104 230q20-46 70-58" stroke="#fff" stroke-width="9" stroke-linecap="round" fill="none"/>`
    )
  }
  const words = title.replace(/paperweight/i, '').trim()
  return (
    b.flat(oval(200, 372, 150, 53), deep) + b.flat('M56 350c0-210 288-210 288 0c0 84-288 84-288 0z', '#dfeceb') +
    b.plain(oval(200, 338, 104, 66), b.item.motif === undefined ? '#fbf7f0' : body) +
    (b.emblem(200, 334, 96) || b.words(words, 200, 338, 150, 74)) +
    `<path d="M90 290q22-76 94-92" stroke="#fff" stroke-width="9" stroke-linecap="round" fill="none"/>` +
    b.line('M70 388q130 44 260 0', 1.2) + b.patch(oval(296, 250, 7), trim, 0.4)
  )
}

function sunglasses(b: Brush): string {
  const { trim } = b.palette
  const lens = '#e7a0aa'
  const shine = (x: number): string => `<path d="M${x} 300l30-36M${x + 20} 312l34-42" stroke="#fff" stroke-width="6" stroke-linecap="round" fill="none"/>`
  return (
    b.cord('M60 260L30 372M340 260L370 372', b.palette.deep, 12) +
    b.body('M40 236c60-14 110-14 148 4h24c38-18 88-18 148-4l-8 60c-12 60-44 92-84 92c-40 0-60-36-66-96h-4c-6 60-26 96-66 96c-40 0-72-32-84-92z') +
    b.plain(oval(120, 310, 58, 56), lens) + b.plain(oval(280, 310, 58, 56), lens) + shine(94) + shine(254) +
    (b.item.motif === undefined ? b.plain(star(62, 248, 13, 6), trim) + b.plain(star(338, 248, 13, 6), trim) : '')
  )
}

function headphones(b: Brush): string {
  const { trim, deep, paper } = b.palette
  if (/speaker|boom/i.test(b.item.title)) {
    return (
      b.cord('M104 210V140H296V210', deep, 14) + b.body(box(44, 200, 312, 225, 18)) +
      [118, 282].map(x => b.flat(oval(x, 332, 62), '#4a4039') + b.plain(oval(x, 332, 36), silver) + b.plain(oval(x, 332, 13), '#4a4039')).join('') +
      b.plain(box(128, 220, 144, 40, 6), paper) + b.line('M142 240h116M180 230v20', 2) +
      b.plain(oval(72, 240, 13) + oval(328, 240, 13), trim)
    )
  }
  if (/radio/i.test(b.item.title)) {
    return (
      b.line('M290 200L340 84', 4) + b.plain(oval(340, 82, 8), silver) +
      b.cord('M110 206C110 130 250 130 250 206', deep, 12) + b.body(box(48, 200, 304, 225, 30)) +
      b.flat(oval(144, 318, 74), trim) + b.line('M84 290h120M76 310h136M76 330h136M84 350h120', 3) +
      b.plain(box(238, 240, 94, 66, 8), paper) + b.line('M250 286h70M264 254v32M290 262v24', 2) +
      b.flat(oval(262, 360, 26) + oval(320, 360, 19), deep)
    )
  }
  return (
    b.cord('M88 300C76 60 324 60 312 300', deep, 17) +
    [94, 306].map(x => b.body(scallop(x, 338, 56, 82, 16)) + b.flat(oval(x, 338, 30, 50), trim)).join('')
  )
}
