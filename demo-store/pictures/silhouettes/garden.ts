import type { Brush } from '../Brush.ts'
import { box, leaf, oval, petals, poly, scallop, short } from '../shapes.ts'
import { inkOn } from './lettering.ts'
import type { Silhouettes } from './Silhouette.ts'

/** Shed, lawn and seaside. */
export const garden: Silhouettes = {
  'bird house': birdHouse,
  'watering can': wateringCan,
  'garden tools': gardenTools,
  bucket,
  'herb marker': herbMarker,
  windmill,
  gnome,
  hammock,
  'garden kneeler': gardenKneeler,
}

const wood = '#c9996a'
const green = '#6f9468'
const soil = '#6a4a38'

function birdHouse(b: Brush): string {
  const { trim, deep, body } = b.palette
  const title = b.item.title
  if (/feeder|table/i.test(title)) {
    return (
      b.flat(box(188, 240, 24, 170), wood) + b.flat(poly(138, 425, 262, 425, 212, 390, 188, 390), wood) +
      b.flat(box(92, 140, 14, 100), wood) + b.flat(box(294, 140, 14, 100), wood) + b.flat(box(60, 236, 280, 22, 4), body) +
      b.body(poly(52, 152, 200, 76, 348, 152)) + b.plain(oval(160, 226, 30, 16), '#b98a5a') +
      b.plain('M206 214c10-26 50-26 58-4l14 4-14 8c-12 18-54 16-58-8z', '#6f9fb5')
    )
  }
  const onPole = /garden|marker/i.test(title)
  const top = onPole ? 0 : 60
  return (
    (onPole ? b.flat(box(190, 320, 20, 105), wood) : '') +
    b.body(`M104 ${180 + top}L200 ${90 + top}L296 ${180 + top}V${365 + top}H104z`) +
    b.flat(`M200 ${72 + top}L60 ${196 + top}l18 22L200 ${110 + top}L322 ${218 + top}l18-22z`, trim === body ? deep : trim) +
    b.plain(oval(200, 210 + top, 38), '#37322e') + b.flat(box(194, 264 + top, 12, 34, 5), wood) +
    b.line(`M104 ${330 + top}H296`) + b.plain(`M212 ${260 + top}c8-22 46-24 54-4l14 4-14 6c-6 18-50 18-54-6z`, '#e2b75c') +
    b.patch(oval(256, 256 + top, 3), b.palette.ink)
  )
}

function wateringCan(b: Brush): string {
  const { trim, deep } = b.palette
  return (
    b.cord('M172 214C190 86 330 90 316 360', deep, 16) + b.flat('M156 392L84 226l24-14L172 340z', b.palette.body) +
    b.flat('M52 224q-10-20 10-30l58-30q18-6 24 12z', trim) +
    b.patch(oval(76, 206, 4) + oval(96, 196, 4) + oval(116, 186, 4), b.palette.ink) +
    b.body('M146 218h152l16 207H130z') + b.flat(oval(222, 218, 76, 20), deep) +
    b.flat('M146 218a76 20 0 0 1 76 20l0 0a76 20 0 0 1-76-20z', trim) + b.line('M138 390q84 20 172 0', 1.2) +
    (b.item.motif === undefined ? b.plain(petals(222, 320, 26, 18, 6), trim) + b.plain(oval(222, 320, 17), '#e2b75c') : '')
  )
}

function gardenTools(b: Brush): string {
  const { body, trim, deep } = b.palette
  const title = b.item.title
  const steel = '#bcc3c6'
  if (/glove/i.test(title)) {
    const glove = (x: number, flip: number): string => `<g transform="translate(${x} 0) scale(${flip} 1)">${b.body('M-44 425V290c-34-30-50-64-34-76c14-8 24 14 40 30c-6-60-12-104 6-108c16-2 16 40 22 82c0-60-2-106 16-106c18 0 14 50 12 106c10-50 12-88 28-84c16 4 4 60-2 104c14-26 26-40 36-32c14 14-14 56-32 92v127z')}${b.flat(box(-52, 372, 108, 40, 8), trim)}</g>`
    return glove(126, 1) + glove(276, -1)
  }
  if (/screwdriver|spirit|tool set|secateur/i.test(title)) {
    if (/secateur/i.test(title)) {
      return (
        b.flat('M190 236C120 150 150 90 176 78c30 40 50 100 40 150z', steel) +
        b.flat('M204 240C260 190 262 140 246 108c-30 30-50 80-58 120z', steel) +
        b.cord('M190 244C130 290 130 350 150 412M212 244C270 290 270 350 250 412', body, 24) +
        b.plain(oval(200, 238, 15), '#d4ab55')
      )
    }
    if (/spirit/i.test(title)) {
      return (
        b.body(box(46, 270, 308, 110, 8)) + b.plain(box(130, 296, 140, 50, 25), '#cfe08a') +
        b.plain(oval(206, 320, 24, 15), '#f0f6d8') + b.line('M172 298v46M236 298v46', 3) +
        b.plain(oval(76, 324, 16), b.palette.paper) + b.plain(oval(324, 324, 16), b.palette.paper)
      )
    }
    return `<g transform="rotate(20 200 260)">${b.flat(box(192, 220, 16, 160), steel)}${b.flat(poly(186, 376, 214, 376, 206, 408, 194, 408), steel)}${b.body('M166 100q34-34 68 0v110q-8 26-34 26t-34-26z')}${b.line('M184 104v110M200 100v116M216 104v110', 1.5)}</g>`
  }
  const long = /child|spade|rake/i.test(title)
  const head = /fork/i.test(title) ? b.cord('M156 408V330q0-24 44-24t44 24v78M200 306v104', body, 13) : /rake/i.test(title) ? b.cord('M126 330H274M130 330v64M165 330v64M200 330v64M235 330v64M270 330v64', body, 12) : b.body('M144 300q56-14 112 0v56c0 40-34 60-56 69c-22-9-56-29-56-69z') + b.line('M200 308v80')
  return (
    b.flat(box(188, long ? 120 : 170, 24, long ? 190 : 140, 4), wood) + b.flat('M190 296h20l6 24h-32z', deep) + head +
    (long ? b.cord('M168 126C168 70 232 70 232 126z', trim, 15) : b.body('M180 180q-10-90 20-94q30 4 20 94z') + b.plain(oval(200, 108, 6), b.palette.tint))
  )
}

function bucket(b: Brush): string {
  const { trim, deep } = b.palette
  const title = b.item.title
  if (/spade/i.test(title)) {
    return (
      b.flat(box(188, 130, 24, 170, 4), wood) + b.cord('M164 128H236', wood, 20) +
      b.body('M128 270q72-24 144 0v80c0 40-40 66-72 75c-32-9-72-35-72-75z')
    )
  }
  if (/\bbin\b/i.test(title)) {
    return (
      b.body('M94 160h212l-22 265H116z') + b.flat(oval(200, 160, 110, 30), trim) + b.plain(oval(200, 160, 92, 21), deep) +
      b.line('M112 392q88 20 176 0', 1.4)
    )
  }
  const handle = b.cord('M82 232C82 60 318 60 318 232', '#8f979c', 7)
  const within = /bunnies|animals/i.test(title) ? [124, 176, 228, 280].map(x => b.flat(`M${x - 8} 232c-16-50-10-70 2-66c8 2 6 24 6 40c0-16-2-38 6-40c12-4 18 16 2 66z`, '#f3ead6') + b.flat(oval(x, 236, 25), '#f3ead6') + b.patch(oval(x - 8, 230, 3) + oval(x + 8, 230, 3), b.palette.ink)).join('') : ''
  return (
    handle + (within === '' ? b.flat(oval(200, 240, 130, 32), deep) : within) +
    b.body('M70 240c0 42 260 42 260 0l-32 166q-4 19-22 19H124q-18 0-22-19z') + b.cord('M70 240c0 42 260 42 260 0', trim, 9) +
    (/heart/i.test(title) || b.item.motif !== undefined ? '' : b.plain(scallop(200, 344, 46, 40, 9), trim)) +
    b.plain(oval(80, 238, 9), '#8f979c') + b.plain(oval(320, 238, 9), '#8f979c')
  )
}

function herbMarker(b: Brush): string {
  const name = /marker (\w+)$/i.exec(b.item.title)?.[1] ?? ''
  if (name === '') {
    return (
      b.flat(box(192, 220, 16, 205), '#8f979c') + b.flat(petals(200, 180, 66, 40, 8), b.palette.body) +
      b.flat(oval(200, 180, 46), '#e2b75c') + b.flat(leaf(200, 390, 76, -60) + leaf(200, 380, -76, -60), green)
    )
  }
  const leaves = [0, 1, 2, 3, 4, 5].map(at => b.plain(leaf(at % 2 ? 296 : 296, 410 - at * 34, at % 2 ? 40 : -40, -30, 0.45), green)).join('')
  return (
    b.cord('M296 425V210', green, 5) + leaves + b.flat(poly(140, 250, 180, 250, 166, 425, 154, 425), '#bcc3c6') +
    b.flat('M54 130q0-20 20-20h172q20 0 20 20v110q0 20-20 20H74q-20 0-20-20z', b.palette.body) +
    b.line(box(68, 124, 184, 122, 10)) + b.words(name, 160, 186, 160, 76, inkOn(b.palette.body)) +
    b.flat(`M40 425q60-36 160-24t160 24z`, soil)
  )
}

function windmill(b: Brush): string {
  const { trim, deep, body } = b.palette
  if (/windsock/i.test(b.item.title)) {
    return (
      b.flat(box(82, 90, 12, 335, 4), wood) + b.line('M94 110L140 96M94 180L140 196', 2) +
      b.body('M140 92q150 10 200 70q-40 46-200 38z') + b.flat(oval(140, 146, 16, 54), deep) +
      b.cord('M330 150q20 10 26 40M326 166q4 20 0 40', trim, 7)
    )
  }
  const vane = (turn: number, own: boolean): string => `<g transform="rotate(${turn} 200 190)">${own ? b.body('M200 190C190 140 190 100 210 78c50 16 80 50 78 90z') : b.flat('M200 190C190 140 190 100 210 78c50 16 80 50 78 90z', trim)}${b.plain('M200 190C240 180 270 176 288 168l-24-2z', deep)}</g>`
  return (
    b.cord('M200 190V420', wood, 11) + [0, 72, 144, 216, 288].map((turn, at) => vane(turn, at % 2 === 0)).join('') +
    b.flat(oval(200, 190, 17), body === trim ? deep : trim)
  )
}

function gnome(b: Brush): string {
  const { deep, paper } = b.palette
  const fishing = /fish/i.test(b.item.title)
  return (
    (fishing ? b.cord('M268 330L340 130', wood, 6) + b.line('M340 130Q352 260 346 360', 1.5) + b.flat('M330 376q16-22 32 0l10-8v18l-10-8q-16 22-32-2z', '#6f96b5') : '') +
    b.flat(box(132, 396, 62, 29, 12) + box(206, 396, 62, 29, 12), '#4a3a30') +
    b.body('M120 404c0-80 20-150 80-150s80 70 80 150z') + b.flat(oval(200, 236, 60, 46), '#f3cfae') +
    b.flat('M146 240c4 90 30 124 54 130c24-6 50-40 54-130c-24 26-84 26-108 0z', paper) +
    b.body('M128 226C140 150 170 100 214 72c20 50 44 90 58 154q-72-26-144 0z') + b.flat(oval(200, 246, 16, 13), '#e3a58c') +
    b.patch(oval(176, 230, 5) + oval(224, 230, 5), b.palette.ink) + b.cord('M122 380H278', deep, 11) +
    b.plain(box(188, 370, 24, 20, 3), '#d4ab55')
  )
}

function hammock(b: Brush): string {
  const ropes = [0, 1, 2, 3].map(at => `M58 150L${92 + at * 8} ${246 + at * 14}M342 150L${308 - at * 8} ${246 + at * 14}`).join('')
  const fringe = Array.from({ length: 15 }, (_, at) => `M${100 + at * 14.3} ${short(300 + 76 * (1 - ((at - 7) / 7) ** 2) ** 0.7)}v24`).join('')
  return (
    b.flat(box(40, 100, 18, 325, 5), wood) + b.flat(box(342, 100, 18, 325, 5), wood) + b.line(ropes, 2) + b.line(fringe, 3) +
    b.body('M88 240q112 90 224 0l-14 66q-98 130-196 0z') + b.line('M96 250q104 100 208 0', 1.2)
  )
}

function gardenKneeler(b: Brush): string {
  const { trim, deep, tint } = b.palette
  return (
    b.flat('M52 372h248l48-86v40l-40 99H60q-8 0-8-8z', deep) +
    b.body('M104 240h230q20 0 14 24l-46 108q-4 10-16 10H64q-20 0-14-22l38-106q4-14 16-14z') +
    b.plain('M164 262h112q14 0 10 14t-20 14H154q-14 0-10-14t20-14z', tint) + b.cord('M54 400H298L346 310', trim, 7)
  )
}
