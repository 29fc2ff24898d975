import type { Brush } from '../Brush.ts'
import { box, heart, oval, petals, poly, scallop, short, star } from '../shapes.ts'
import type { Silhouettes } from './Silhouette.ts'

/** What a party is laid and hung with. */
export const party: Silhouettes = {
  bunting,
  'cake cases': cakeCases,
  napkins,
  doilies,
  'paper chain': paperChain,
  'paper garland': paperGarland,
  'paper plates': paperPlates,
  'paper cups': paperCups,
  balloons,
  'party candles': partyCandles,
  'cocktail parasols': cocktailParasols,
  confetti,
  'party cone': partyCone,
  cracker,
  matches,
}

const hues = ['#c4574c', '#e2b75c', '#86a57b', '#6f96b5', '#d98f99'] as const

function hue(at: number): string {
  return hues[at % hues.length] ?? '#c4574c'
}

function bunting(b: Brush): string {
  const { trim, body, paper } = b.palette
  const title = b.item.title
  const lace = /lace|doily/i.test(title)
  const flags = (y: number, sag: number, order: number): string =>
    [0, 1, 2, 3].map(at => {
      const x = 52 + at * 76
      const drop = (t: number): number => Number(short(y + sag * 4 * ((t - 40) / 320) * (1 - (t - 40) / 320)))
      const d = lace ? `M${x} ${drop(x)}L${x + 66} ${drop(x + 66)}v62q-16 16-33 0q-16 16-33 0z` : poly(x, drop(x), x + 66, drop(x + 66), x + 33, drop(x + 33) + 104)
      return (
        b.item.motif === undefined && b.item.colour === undefined && !/wood/i.test(title) ? b.flat(d, hue(at + order * 2)) : lace ? b.flat(d, paper) +
        b.patch(oval(x + 17, drop(x + 17) + 34, 5) + oval(x + 33, drop(x + 33) + 30, 5) + oval(x + 49, drop(x + 49) + 34, 5) + oval(x + 17, drop(x + 17) + 58, 4) + oval(x + 49, drop(x + 49) + 58, 4), b.palette.tint) : (at + order) % 2 ? b.flat(d, trim) : b.body(d)
      )
    }).join('')
  const string = (y: number, sag: number): string => b.cord(`M36 ${y - 3}Q200 ${y + sag * 2} 364 ${y - 3}`, paper === body ? trim : paper, 7)
  return flags(108, 26, 0) + string(108, 26) + flags(260, 26, 1) + string(260, 26)
}

function cakeCases(b: Brush): string {
  const { deep, pale } = b.palette
  const pleats = (x: number, y: number, w: number): string => Array.from({ length: 8 }, (_, at) => `M${short(x + (w * (at + 1)) / 9)} ${y + 8}L${short(x + w * 0.14 + (w * 0.72 * (at + 1)) / 9)} ${y + w * 0.52}`).join('')
  const one = (x: number, y: number, w: number): string => {
    const edge = Array.from({ length: 9 }, () => `q${short(w / 18)} -12 ${short(w / 9)} 0`).join('')
    return (
      b.flat(`M${x} ${y}${edge}q-${w / 2} 34-${w} 0z`, deep) +
      b.body(`M${x} ${y}q${w / 2} 34 ${w} 0L${short(x + w * 0.86)} ${short(y + w * 0.55)}q-${short(w * 0.36)} 22-${short(w * 0.72)} 0z`) +
      b.line(pleats(x, y + 6, w), 1)
    )
  }
  const loaf = /loaf|baking cases/i.test(b.item.title) && /snack/i.test(b.item.title)
  if (loaf) {
    return (
      b.flat(poly(84, 230, 130, 200, 340, 200, 300, 230), deep) + b.body('M56 230h250l-22 195H84z') +
      b.flat(poly(306, 230, 346, 196, 322, 388, 284, 425), pale) + b.print(poly(306, 230, 346, 196, 322, 388, 284, 425)) +
      b.line('M96 232l16 192M136 232l8 192M178 232v192M220 232l-6 192M262 232l-12 192')
    )
  }
  return one(104, 186, 188) + one(38, 306, 190) + one(176, 322, 184)
}

function napkins(b: Brush): string {
  const { deep, trim, paper } = b.palette
  if (/cotton/i.test(b.item.title)) {
    return (
      b.flat('M96 340L200 110L304 340L270 425H130z', deep) +
      b.body('M62 350Q140 300 172 150L200 110L228 150Q260 300 338 350L250 425H150z') +
      b.cord('M112 372Q200 330 288 372', '#d4ab55', 16)
    )
  }
  return (
    b.flat(poly(80, 425, 336, 425, 350, 404, 350, 180, 92, 180), paper) + b.line('M340 414V176M345 410V180M330 420V176', 1) +
    b.body(box(62, 166, 268, 259, 4)) + b.line('M76 180h240v231H76z', 1.2) + b.flat('M62 166h268L62 425z', b.palette.body) +
    b.print('M62 166h268L62 425z') + b.line('M330 166L62 425', 2) + b.patch(poly(62, 166, 90, 166, 62, 194), trim)
  )
}

function doilies(b: Brush): string {
  const { body, trim, paper, deep } = b.palette
  const plain = b.item.motif === undefined
  const doily = (cx: number, cy: number, r: number, ground: string): string =>
    b.flat(scallop(cx, cy, r, r, 18), ground) + b.patch(petals(cx, cy, r * 0.86, r * 0.06, 18), deep, 0.8) +
    b.line(oval(cx, cy, r * 0.74), 1)
  return (
    doily(224, 226, 126, deep === body ? trim : b.palette.pale) + doily(176, 274, 136, body) + b.body(oval(176, 274, 100)) +
    (plain ? b.patch(petals(176, 274, 64, 12, 12), paper) + b.patch(petals(176, 274, 32, 9, 8), paper) : b.plain(oval(176, 274, 62), paper) + b.emblem(176, 274, 84, paper))
  )
}

function paperChain(b: Brush): string {
  const { body, trim } = b.palette
  const links: [x: number, y: number, turn: number][] = []
  for (let step = 0; step <= 300; step += 1) {
    const t = step / 300
    const [x, y] = [58 + t * 284, 130 + 4 * 196 * t * (1 - t)]
    const last = links.at(-1)
    if (!last || Math.hypot(x - last[0], y - last[1]) > 49.4) links.push([x, y, (Math.atan2(784 * (1 - 2 * t), 284) * 180) / Math.PI])
  }
  const link = (at: number): string => {
    const [x = 0, y = 0, turn = 0] = links[at] ?? []
    const [cx, cy] = [Number(short(x)), Number(short(y))]
    return `<g transform="rotate(${short(turn)} ${cx} ${cy})">${b.cord(oval(cx, cy, 32, at % 2 ? 15 : 25), at % 2 ? trim : body, at % 2 ? 13 : 17)}</g>`
  }
  return b.plain(oval(52, 98, 9), '#d4ab55') + b.plain(oval(348, 98, 9), '#d4ab55') + links.map((_, at) => link(at)).join('')
}

function paperGarland(b: Brush): string {
  const { body, trim, paper } = b.palette
  const title = b.item.title
  if (/ball\b|fan\b/i.test(title) && /honeycomb/i.test(title)) {
    const ribs = Array.from({ length: 9 }, (_, at) => `M200 150C${56 + at * 36} 200 ${56 + at * 36} 340 200 394`).join('')
    return (
      b.line('M200 150V80', 3) + b.plain(oval(200, 78, 8), '#d4ab55') + b.body(oval(200, 272, 134, 124)) + b.line(ribs, 1.5) +
      b.line('M72 240q128 30 256 0M72 300q128 30 256 0M110 190q90 22 180 0M110 354q90 20 180 0', 1) + b.line('M200 396v26', 3)
    )
  }
  const shape = (x: number, y: number, at: number): string =>
    /heart/i.test(title) ? b.body(heart(x, y, 66)) : /star/i.test(title) ? b.flat(star(x, y, 40, 18), at % 2 ? trim : body) : /flower|dais|rose|felt|blossom/i.test(title) ? b.flat(petals(x, y, 22, 17, 6), at % 2 ? trim : body) +
    b.plain(oval(x, y, 15), '#e2b75c') : /bell/i.test(title) ? b.flat(`M${x - 32} ${y + 24}c16-16 4-58 32-58s16 42 32 58z`, '#d4ab55') +
    b.plain(oval(x, y + 28, 8), '#d4ab55') : /bird|dove|hen|chick/i.test(title) ? `<g>${b.flat(oval(x, y, 38), paper)}${b.emblem(x, y, 54, paper) || b.plain(heart(x, y, 30), trim)}</g>` : b.flat(scallop(x, y, 38, 38, 10), at % 2 ? trim : body) +
    (b.emblem(x, y, 46, at % 2 ? trim : body) || b.plain(oval(x, y, 16), paper))
  const row = (y: number, xs: readonly number[]): string =>
    b.line(`M36 ${y - 46}Q200 ${y + 70} 364 ${y - 46}`, 3) +
    xs.map((x, at) => shape(x, Number(short(y + 20 - ((x - 200) / 164) ** 2 * 56)), at)).join('')
  return row(146, [76, 158, 242, 324]) + row(262, [104, 200, 296]) + row(372, [76, 158, 242, 324])
}

function paperPlates(b: Brush): string {
  const { deep, trim, paper } = b.palette
  return (
    b.flat(oval(214, 290, 132), deep) + b.flat(oval(207, 286, 134), paper) + b.body(oval(198, 282, 138)) +
    b.line(oval(198, 282, 126), 1) + b.plain(oval(198, 282, 92), paper) +
    (b.emblem(198, 282, 122, paper) || b.line(oval(198, 282, 78), 1) + b.plain(oval(198, 282, 22), trim))
  )
}

function paperCups(b: Brush): string {
  const { deep, paper } = b.palette
  const cup = (x: number, y: number): string =>
    b.body(`M${x} ${y}h150l-24 ${425 - y}h-102z`) + b.flat(oval(x + 75, y, 78, 19), paper) +
    b.plain(oval(x + 75, y, 64, 13), deep)
  return cup(182, 196) + cup(66, 226)
}

function balloons(b: Brush): string {
  const { body, trim } = b.palette
  const title = b.item.title
  const one = (x: number, y: number, colour: string, own: boolean): string => {
    const d = /heart/i.test(title) ? heart(x, y, 124) : /rocket/i.test(title) ? `M${x} ${y - 90}c34 0 40 40 22 110l-12 46h-20l-12-46c-18-70-12-110 22-110z` : `M${x} ${y + 74}c-40-16-62-50-62-86c0-38 28-64 62-64s62 26 62 64c0 36-22 70-62 86z`
    return (
      b.line(`M${x} ${y + 76}Q${x + (200 - x) * 0.1} ${y + 130} 200 404`, 1.8) + (own ? b.body(d) : b.flat(d, colour)) +
      b.plain(poly(x - 9, y + 86, x + 9, y + 86, x, y + 72), colour) +
      `<path d="M${x - 34} ${y - 20}q4-24 22-32" stroke="#fff" stroke-width="7" stroke-linecap="round" fill="none"/>`
    )
  }
  return (
    one(122, 196, trim, false) + one(278, 188, hue(3), false) + one(200, 148, body, true) +
    b.plain('M200 404c-20-26-46-12-34 4s28 6 34-4zM200 404c20-26 46-12 34 4s-28 6-34-4z', trim) +
    b.line('M200 404l-12 18M200 404l12 18', 2)
  )
}

function partyCandles(b: Brush): string {
  const { trim, paper } = b.palette
  const flame = (x: number, y: number): string =>
    b.line(`M${x} ${y + 10}v-14`, 2.5) + b.plain(`M${x} ${y}c-14-4-14-20 0-40c14 20 14 36 0 40z`, '#e9b84f')
  const candle = (x: number, top: number): string => b.body(box(x - 13, top, 26, 340 - top, 3)) + flame(x, top - 8)
  return (
    [98, 149, 200, 251, 302].map((x, at) => candle(x, 178 + (at % 2) * 26)).join('') +
    b.flat('M54 340q0-18 20-18h252q20 0 20 18v70H54z', '#f6dcc0') +
    b.flat('M54 346q0-26 20-26h252q20 0 20 26v22q-20 26-42 0q-20 26-42 0q-22 26-42 0q-20 26-42 0q-20 26-42 0q-22 26-42 0q-20 26-40 0z', trim === paper ? '#e7a0aa' : trim) +
    b.flat(box(40, 408, 320, 17, 8), paper)
  )
}

function cocktailParasols(b: Brush): string {
  const { body, trim } = b.palette
  const title = b.item.title
  if (/sword/i.test(title)) return [96, 165, 235, 304].map((x, at) => b.flat(poly(x - 9, 160, x + 9, 160, x, 425), hue(at)) + b.flat(box(x - 32, 146, 64, 16, 7), hue(at)) + b.flat(box(x - 8, 96, 16, 52, 7), hue(at)) + b.plain(oval(x, 94, 12), hue(at))).join('')
  const glass = b.flat('M96 240h208l-20 166q-2 19-20 19H136q-18 0-20-19z', '#dfeaea')
  if (/straw/i.test(title) && !/parasol|fruit/i.test(title)) {
    return (
      [128, 172, 216, 258].map((x, at) => b.cord(`M${x + (190 - x) * 0.3} 400L${x} 190L${x - 26 + at * 20} 112`, at % 2 ? '#fdfaf2' : body, 17) + (b.item.motif === undefined ? `<path d="M${x + (190 - x) * 0.3} 400L${x} 190L${x - 26 + at * 20} 112" stroke="${at % 2 ? body : trim}" stroke-width="15" stroke-dasharray="12 16" fill="none"/>` : '')).join('') +
      b.body('M82 250h236l-26 175H108z')
    )
  }
  const canopy = 'M92 196Q150 92 240 84Q322 130 344 216q-36-14-62 14q-28-30-66-8q-30-28-62-4q-24-30-62-22z'
  return (
    b.cord('M160 400L232 130', '#d9b384', 6) + glass +
    b.patch('M104 300h192l-12 104q-2 15-18 15H136q-16 0-18-15z', '#e9a06a') + b.line('M104 300h192', 1.5) + b.body(canopy) +
    b.line('M240 84Q190 150 154 218M240 84Q232 150 216 222M240 84Q276 150 282 230') +
    (/fruit/i.test(title) ? b.emblem(120, 240, 90) : b.flat(oval(108, 250, 22), '#c23b33'))
  )
}

function confetti(b: Brush): string {
  const { body, trim, paper } = b.palette
  const white = /white/i.test(b.item.title)
  const bits = [[92, 110], [150, 84], [214, 98], [276, 80], [322, 122], [120, 160], [186, 144], [254, 146], [308, 180], [84, 200], [342, 226]]
    .map(([x = 0, y = 0], at) => { const colour = /multi/i.test(b.item.title) ? hue(at) : at % 3 ? body : white ? paper : trim
      return b.plain(/heart/i.test(b.item.title) ? heart(x, y, 28) : oval(x, y, 11), colour) }).join('')
  return (
    bits + b.flat(box(138, 200, 124, 225, 10), '#e4eeee') +
    [[164, 250], [206, 244], [238, 270], [170, 296], [216, 304], [240, 336], [166, 344], [200, 362], [236, 392], [168, 396]].map(([x = 0, y = 0], at) => b.plain(/heart/i.test(b.item.title) ? heart(x, y, 26) : oval(x, y, 11), /multi/i.test(b.item.title) ? hue(at + 2) : at % 3 ? body : trim)).join('') +
    b.flat(box(130, 410, 140, 15, 4), trim) + b.flat(oval(200, 200, 64, 14), '#f4f8f8')
  )
}

function partyCone(b: Brush): string {
  const { trim } = b.palette
  return (
    b.body('M200 118L312 396q-112 48-224 0z') + b.line('M164 208q40 14 74 0M128 300q72 26 146 0', 1.2) +
    b.cord('M92 396q108 44 216 0', trim, 12) + b.flat(scallop(200, 112, 40, 38, 12), trim) +
    b.line('M88 396Q60 424 48 420M312 396Q340 424 352 420', 2)
  )
}

function cracker(b: Brush): string {
  const { trim } = b.palette
  const end = (sign: number): string => { const x = (value: number): number => 200 + sign * value
    return b.flat(`M${x(84)} 284L${x(150)} 226l${sign * -6} 24l${sign * 14} 14l${sign * -14} 16l${sign * 14} 18l${sign * -14} 14l${sign * 6} 24z`, trim) }
  return `<g transform="rotate(-14 200 290) translate(0 20)">${end(1)}${end(-1)}${b.body(box(108, 218, 184, 124, 12))}${b.plain('M108 232q-28 30-28 48t28 48z', b.palette.deep)}${b.plain('M292 232q28 30 28 48t-28 48z', b.palette.deep)}${b.cord('M90 262v38M310 262v38', '#d4ab55', 8)}${b.plain(box(136, 218, 16, 124), trim)}${b.plain(box(248, 218, 16, 124), trim)}</g>`
}

function matches(b: Brush): string {
  const { trim, deep } = b.palette
  const stick = (x: number, y: number, tip: string): string =>
    b.flat(box(x, y, 14, 160), '#e9d3a4') + b.flat(oval(x + 7, y, 12, 16), tip)
  if (/box/i.test(b.item.title)) {
    return (
      [96, 126, 156, 186, 216, 246, 276].map((x, at) => stick(x, 176 + (at % 3) * 12, '#c23b33')).join('') +
      b.flat(box(74, 262, 252, 40), '#f0e3cb') + b.body(box(62, 290, 276, 135, 4)) + b.patch(box(62, 398, 276, 18), deep)
    )
  }
  return (
    [136, 158, 180, 202, 224, 246].map((x, at) => stick(x, 122 + (at % 3) * 14, '#c23b33')).join('') +
    b.body('M120 200v206c0 26 160 26 160 0V200c0 26-160 26-160 0z') + b.cord('M120 402c0 26 160 26 160 0', trim, 8) +
    b.line('M120 200c0-22 160-22 160 0', 1)
  )
}
