import type { Brush } from '../Brush.ts'
import { box, heart, oval, poly, scallop } from '../shapes.ts'
import type { Silhouettes } from './Silhouette.ts'

/** What a cook holds, weighs and bakes with. */
export const kitchen: Silhouettes = {
  'jelly moulds': jellyMoulds,
  'baking mould': bakingMould,
  'cookie cutters': cookieCutters,
  'baking set': bakingSet,
  'mixing bowls': mixingBowls,
  'kitchen scales': kitchenScales,
  'frying pan': fryingPan,
  'rolling pin': rollingPin,
  brush,
  'chopping board': choppingBoard,
  'recipe stand': recipeStand,
  'toast stamp': toastStamp,
  'bottle opener': bottleOpener,
}

const wood = '#c9996a'
const steel = '#c9cdd0'

function jellyMoulds(b: Brush): string {
  const { trim } = b.palette
  if (/lolly|popsicle/i.test(b.item.title)) {
    const lolly = (x: number, hue: string): string => b.flat(box(x - 11, 330, 22, 95, 8), '#d9b384') +
      b.flat(`M${x - 42} 340V186q0-52 42-52t42 52v154z`, hue) + b.line(`M${x - 16} 196v110M${x + 16} 196v110`, 3)
    return lolly(96, '#d98f99') + lolly(200, b.palette.body) + lolly(304, '#e2b75c')
  }
  const rib = b.line('M148 216l-30 176M182 206l-12 190M218 206l12 190M252 216l30 176', 1.4)
  return b.body('M64 400c10-60 30-76 40-130c4-24 26-34 44-28c4-44 100-44 104 0c18-6 40 4 44 28c10 54 30 70 40 130z') + rib +
    b.flat('M148 242c4-90 100-90 104 0c-20 16-84 16-104 0z', trim) + b.line('M178 240c0-40 8-62 22-66M222 240c0-40-8-62-22-66') +
    b.flat(box(46, 396, 308, 29, 12), b.palette.deep)
}

function bakingMould(b: Brush): string {
  const { title } = b.item
  const tin = /white/i.test(title) ? '#f6ead0' : '#7a4f38'
  const shape = (x: number, y: number): string =>
    /egg/i.test(title) ? b.flat(`M${x} ${y - 52}c26 0 38 34 38 58c0 26-16 40-38 40s-38-14-38-40c0-24 12-58 38-58z`, tin)
      : /rose/i.test(title) ? b.flat(scallop(x, y, 42, 42, 7), tin) +
      b.line(`M${x - 14} ${y}a14 14 0 1 1 14 14M${x - 5} ${y}a6 6 0 1 1 6 6`) : /cup/i.test(title)
      ? b.flat(poly(x - 36, y, x + 36, y, x + 26, y + 44, x - 26, y + 44), tin) +
      b.flat(`M${x - 42} ${y + 2}c-6-30 16-48 42-48s48 18 42 48z`, '#d98f99') : b.flat(heart(x, y, 88), tin)
  return b.flat(box(50, 112, 300, 313, 26), steel) + b.line(box(62, 124, 276, 289, 18), 1) +
    [[128, 196], [272, 196], [128, 338], [272, 338]].map(([x = 0, y = 0]) => shape(x, y)).join('')
}

function cookieCutters(b: Brush): string {
  const { title } = b.item
  const dough = '#e6c48f'
  const man = 'M200 110c30 0 48 22 44 48c-2 12-6 18-12 24c26 4 60 2 76 14c14 14 4 36-14 36c-18 0-38-4-54-4c0 26 6 40 18 62c16 30 34 62 24 82c-12 18-34 14-44-6l-38-70l-38 70c-10 20-32 24-44 6c-10-20 8-52 24-82c12-22 18-36 18-62c-16 0-36 4-54 4c-18 0-28-22-14-36c16-12 50-10 76-14c-6-6-10-12-12-24c-4-26 14-48 44-48z'
  if (/gingerbread/i.test(title)) return b.cord(man, steel, 11) + b.flat(man, '#b9794a') +
    b.line('M184 154h.1M216 154h.1M200 232h.1M200 262h.1M200 292h.1', 7) + b.line('M186 172q14 12 28 0', 2)
  const cut = (d: string): string => b.cord(d, steel, 10) + b.plain(d, dough)
  if (/butterfly/i.test(title)) {
    const wings = (x: number, y: number, k: number): string =>
      `M${x} ${y}c${-20 * k} ${-56 * k} ${-78 * k} ${-56 * k} ${-74 * k} ${-14 * k}c${2 * k} ${18 * k} ${20 * k} ${20 * k} ${34 * k} ${22 * k}c${-26 * k} ${12 * k} ${-30 * k} ${46 * k} ${-6 * k} ${50 * k}c${22 * k} ${4 * k} ${36 * k} ${-18 * k} ${46 * k} ${-34 * k}c${10 * k} ${16 * k} ${24 * k} ${38 * k} ${46 * k} ${34 * k}c${24 * k} ${-4 * k} ${20 * k} ${-38 * k} ${-6 * k} ${-50 * k}c${14 * k} ${-2 * k} ${32 * k} ${-4 * k} ${34 * k} ${-22 * k}c${4 * k} ${-42 * k} ${-54 * k} ${-42 * k} ${-74 * k} ${14 * k}z`
    return cut(wings(166, 176, 1.3)) + cut(wings(276, 322, 0.9)) + cut(wings(122, 364, 0.72))
  }
  if (/heart/i.test(title)) return cut(heart(164, 196, 190)) + cut(heart(284, 322, 118)) + cut(heart(116, 372, 80))
  if (/spaceboy|rocket/i.test(title)) return b.cord('M200 100c52 46 66 104 56 176l40 66v60l-62-40h-68l-62 40v-60l40-66c-10-72 4-130 56-176z', steel, 11) +
    b.plain('M200 100c52 46 66 104 56 176l40 66v60l-62-40h-68l-62 40v-60l40-66c-10-72 4-130 56-176z', dough) +
    b.line(oval(200, 220, 26), 3)
  return cut(scallop(152, 190, 88, 88, 14)) + cut(heart(284, 328, 120)) + cut(poly(90, 420, 130, 316, 178, 420)) +
    cut(oval(296, 188, 40))
}

function mixingBowls(b: Brush): string {
  const hues = ['#6f96b5', '#86a57b', '#e2b75c', '#c4574c']
  return hues.map((hue, index) => {
    const [r, y] = [150 - index * 24, 250 - index * 42]
    return b.flat(`M${200 - r} ${y}h${2 * r}c0 ${r * 0.6} ${-r * 0.4} ${r * 1.1} ${-r * 0.66} ${425 - y - index * 42}h${-r * 0.68}c${-r * 0.26} ${-(425 - y - index * 42) * 0.2} ${-r * 0.66} ${-r * 0.5} ${-r * 0.66} ${-(425 - y - index * 42)}z`, hue)
  }).reverse().join('') + b.line('M54 268h292', 1)
}

function kitchenScales(b: Brush): string {
  const { deep, paper } = b.palette
  if (/bathroom/i.test(b.item.title)) {
    return b.body('M70 150q0-30 30-30h200q30 0 30 30v245q0 30-30 30H100q-30 0-30-30z') + b.plain(oval(200, 196, 62, 44), paper) +
      b.line('M150 200a52 34 0 0 1 100 0M200 226l22-42', 2) + b.line('M152 186l8 6M200 166v10M248 186l-8 6', 1.5) +
      b.line('M86 262h228', 1) + b.line(box(92, 274, 96, 132, 40), 1.2) + b.line(box(212, 274, 96, 132, 40), 1.2)
  }
  const ticks = [...Array(12).keys()].map(step => {
    const angle = (Math.PI * step) / 6
    const at = (r: number): string => `${Math.round(200 + r * Math.sin(angle))} ${Math.round(318 - r * Math.cos(angle))}`
    return `M${at(58)}L${at(68)}`
  })
  return (
    b.flat('M74 130h252c-6 50-60 76-126 76S80 180 74 130z', steel) + b.plain(oval(200, 130, 126, 14), '#e3e6e7') +
    b.flat(box(180, 202, 40, 26), deep) +
    b.body('M116 226h168l42 182q3 17-15 17H89q-18 0-15-17z') + b.plain(oval(200, 318, 78), paper) + b.line(ticks.join(''), 2) +
    b.line('M200 318l30-44', 3.5) + b.plain(oval(200, 318, 8), '#c23b33')
  )
}

function fryingPan(b: Brush): string {
  const { title } = b.item
  const { deep, trim, paper } = b.palette
  if (/colander/i.test(title)) {
    const holes = [[120, 286], [160, 296], [200, 300], [240, 296], [280, 286], [144, 330], [184, 338], [218, 338], [256, 330], [200, 374], [166, 370], [234, 370]].map(([x = 0, y = 0]) =>
      b.patch(oval(x, y, 7), '#1E1A16', 0.75)).join('')
    return b.cord('M66 256c-40-4-40 44 6 42M334 256c40-4 40 44-6 42', deep, 10) +
      b.body('M56 244H344c0 90-56 150-96 160h-96c-40-10-96-70-96-160z') + b.flat('M142 402h116l14 23H128z', trim) + holes +
      b.flat(box(48, 234, 304, 18, 8), trim)
  }
  if (/milk pan/i.test(title)) return b.flat('M276 262h98q12 10 0 20h-98z', '#37322e') +
    b.body('M52 230l20-8h216v172q0 31-31 31H103q-31 0-31-31V254z') +
    b.plain('M52 230l20-8a110 16 0 0 1 216 0q-100 30-216 18z', deep)
  const egg = b.plain('M176 316c-34 14-40 54-4 66c40 16 80-6 72-44c-6-30-40-34-68-22z', '#fbf7f0') +
    b.plain(oval(206, 346, 20), '#e9b84f')
  const handle = b.flat(box(183, 76, 34, 166, 15), '#37322e') + b.plain(oval(200, 98, 7), paper)
  if (/heart/i.test(title)) return handle + b.body(heart(200, 318, 228)) + b.line(heart(200, 318, 190), 1.2) + egg
  return handle + b.body(oval(200, 318, 107)) + b.plain(oval(200, 318, 88), '#4a4541') +
    (/egg/i.test(title) ? egg : b.emblem(200, 318, 96, '#4a4541') || egg)
}

function rollingPin(b: Brush): string {
  const { title } = b.item
  const { trim } = b.palette
  if (/brush/i.test(title)) return b.body(box(184, 222, 32, 203, 15)) + b.flat('M164 190h72l10 46h-92z', steel) +
    b.flat('M158 96h84l-4 94h-76z', '#e9d3a4') + b.line('M172 104v80M186 104v80M200 104v80M214 104v80M228 104v80', 1)
  if (/corer/i.test(title)) return b.flat(oval(276, 350, 70, 68), '#c23b33') + b.cord('M276 286c0-16 6-24 14-30', '#7a5138', 5) +
    b.body(box(120, 262, 38, 163, 18)) + b.flat('M126 262V122q0-30 13-30t13 30v140z', steel) + b.line('M139 140v100', 2)
  if (/spoon rest/i.test(title)) return b.body('M78 250c0-70 60-104 122-104s122 34 122 104c0 60-40 80-62 108v40q0 27-27 27h-66q-27 0-27-27v-40c-22-28-62-48-62-108z') +
    b.line(oval(200, 244, 88, 66), 1.2) + b.flat(oval(200, 240, 40, 52), wood) + b.flat(box(190, 288, 20, 137, 9), wood)
  return `<g transform="rotate(-34 200 270)">${b.flat(box(8, 252, 70, 32, 15), trim)}${b.flat(box(322, 252, 70, 32, 15), trim)}${b.body(box(64, 218, 272, 100, 16))}${b.line('M84 220v96M316 220v96', 1)}</g>`
}

function brush(b: Brush): string {
  const { title } = b.item
  const { body, trim } = b.palette
  if (/scrubbing/i.test(title)) return b.flat('M72 330h256l10 95H62z', '#e9d3a4') +
    b.line('M92 340l-4 78M120 340l-3 78M148 340v78M176 340v78M204 340v78M232 340v78M260 340v78M288 340l3 78M314 340l4 78', 1.2) +
    b.body('M58 334q-10-80 60-86q82-30 164 0q70 6 60 86z')
  if (/garden/i.test(title)) return b.cord('M200 96V320', wood, 15) + b.flat('M96 344h208l20 81H76z', '#e9d3a4') +
    b.line('M118 352l-10 70M146 352l-6 70M172 352l-3 70M200 352v70M228 352l3 70M254 352l6 70M282 352l10 70', 1.2) +
    b.flat(box(84, 308, 232, 42, 12), body)
  return `<g transform="rotate(14 200 425)">${b.body('M182 260h36l10 150q0 15-15 15h-26q-15 0-15-15z')}${b.flat('M150 152q50-40 100 0l-12 108h-76z', trim)}${b.flat('M120 150c0-64 160-64 160 0c-20 24-140 24-160 0z', '#e9d3a4')}${b.line('M140 152V118M164 162V106M188 166v-62M212 166v-62M236 162v-56M260 152v-34', 1.2)}</g>`
}

function choppingBoard(b: Brush): string {
  const { tint, paper } = b.palette
  return b.flat('M172 178V118q0-28 28-28t28 28v60z', wood) + b.plain(oval(200, 120, 12), tint) +
    b.body(box(84, 166, 232, 259, 26)) + b.line(box(98, 180, 204, 231, 18), 1.2) +
    (b.item.motif === undefined ? b.plain(heart(200, 296, 80), '#c4574c') : b.plain(oval(200, 296, 66), paper) +
    b.emblem(200, 296, 92, paper))
}

function bakingSet(b: Brush): string {
  const { trim, paper } = b.palette
  return (
    b.flat(box(118, 126, 18, 230, 8), wood) + b.flat(oval(127, 116, 28, 40), wood) + b.flat(box(190, 150, 16, 200, 8), trim) +
    b.flat('M164 92q34-16 68 0l-4 80h-60z', paper) +
    b.line('M268 330V216M268 216c-40-50-34-112 0-112s40 62 0 112M268 216c-14-60-8-100 0-112M268 216c14-60 8-100 0-112', 3.5) +
    b.body('M52 300H348c0 66-44 112-96 125H148c-52-13-96-59-96-125z') + b.flat(box(44, 290, 312, 20, 9), trim)
  )
}

function recipeStand(b: Brush): string {
  const { deep } = b.palette
  return b.cord('M104 425V140C104 80 200 80 200 132C200 80 296 80 296 140V425M84 420H316', deep, 9) +
    b.plain('M74 190q64-26 126 4q62-30 126-4v176q-64-24-126 4q-62-28-126-4z', '#fbf7f0') +
    b.line('M200 194v176M94 222q44-14 88 2M94 248q44-14 88 2M94 274q44-14 88 2M94 300q30-8 60-4M218 224q44-16 88-2M218 250q44-16 88-2M218 276q44-16 88-2') +
    b.flat(box(64, 376, 272, 18, 6), deep) + b.plain(heart(200, 142, 40), '#c23b33')
}

function toastStamp(b: Brush): string {
  const { title } = b.item
  const words = /toast its (.+)/i.exec(title)?.[1] ?? 'Toast'
  return b.flat('M62 200c-40-60 10-104 62-104h152c52 0 102 44 62 104v195q0 30-30 30H92q-30 0-30-30z', '#b9794a') +
    b.plain('M84 200c-30-46 10-82 48-82h136c38 0 78 36 48 82v186q0 18-18 18H102q-18 0-18-18z', '#f0d6a6') +
    b.words(words, 200, 270, 190, 190, '#9c5f35')
}

function bottleOpener(b: Brush): string {
  return b.flat('M166 210h68v180q0 35-34 35t-34-35z', b.palette.body) +
    b.flat('M200 84c60 0 88 40 84 84c-2 40-34 66-84 66s-82-26-84-66c-4-44 24-84 84-84z', b.palette.body) +
    b.plain('M160 168c0-46 80-46 80 0c0 20-20 14-40 14s-40 6-40-14z', b.palette.tint) +
    b.plain(oval(200, 396, 9), b.palette.tint) + b.plain(oval(296, 390, 36, 35), '#c23b33') +
    b.line('M270 368l8 8M296 356v10M322 368l-8 8M262 392h10M330 392h-10', 2)
}
