import type { Brush } from '../Brush.ts'
import { box, heart, oval, poly, short, star } from '../shapes.ts'
import { gem, metal } from './gem.ts'
import type { Silhouettes } from './Silhouette.ts'

/** What is worn on neck, wrist, ear, finger and in the hair. */
export const jewellery: Silhouettes = {
  necklace,
  bracelet,
  earrings,
  ring,
  brooch,
  'hair slide': hairSlide,
}

const gold = '#d4ab55'
const silver = '#bcc3c6'

function necklace(b: Brush): string {
  const { body, trim } = b.palette
  const title = b.item.title
  const bust = b.flat('M164 84v84c-4 42-104 34-120 118v139h312V286c-16-84-116-76-120-118V84z', '#e9d8ba') + b.flat(oval(200, 84, 36, 11), '#d8c29c') + b.patch(box(44, 411, 312, 13), '#8d6748') + b.line('M44 411h312')
  const strand = (drop: number, r: number, colour: string): string => {
    const beads: [number, number][] = []
    for (let step = 0; step <= 240; step += 1) {
      const t = step / 240
      const [x, y] = [160 + 80 * t - 3 * (t - t ** 2) * (1 - 2 * t) * 66, 172 + 3 * drop * 1.32 * t * (1 - t)]
      const last = beads.at(-1)
      if (!last || Math.hypot(x - last[0], y - last[1]) >= r * 1.9) beads.push([x, y])
    }
    return beads.map(([x, y], at) => b.flat(oval(Number(short(x)), Number(short(y)), r), at % 4 === 1 ? trim : colour)).join('')
  }
  if (/bead|pearl|seed|strand|glaze|lariat|stone|shell|chunky|glass/i.test(title)) {
    return (
      bust + (/strand|lariat|combo/i.test(title) ? strand(64, 8, trim) + strand(110, 9, body) : '') + strand(166, 13, body) +
      (/heart|flower|pendant|drop|locket/i.test(title) ? gem(b, 200, 366, 66) : '')
    )
  }
  if (/choker/i.test(title)) return bust + b.cord('M163 152q37 22 74 0', body, 20) + gem(b, 200, 192, 58)
  return (
    bust + b.cord('M162 172C130 230 160 290 200 306C240 290 270 230 238 172', metal(b), 5) +
    b.plain(oval(200, 304, 8), metal(b)) + gem(b, 200, 348, 88)
  )
}

function bracelet(b: Brush): string {
  const { body, trim } = b.palette
  const title = b.item.title
  if (/bangle|boudicca|cuff|plain|las vegas/i.test(title)) {
    return (
      b.cord(oval(200, 284, 118, 104), body, 40) + b.line(oval(200, 284, 98, 85) + oval(200, 284, 138, 123), 1.2) +
      [[88, 330], [138, 376], [200, 390], [262, 376], [312, 330]].map(([x = 0, y = 0], at) => b.flat(at % 2 ? oval(x, y, 13) : poly(x, y - 18, x + 16, y, x, y + 18, x - 16, y), at % 2 ? gold : trim)).join('')
    )
  }
  if (/charm|sweetheart|heart/i.test(title)) {
    return (
      b.cord(oval(200, 230, 134, 96), metal(b), 7) +
      [[96, 312], [148, 344], [200, 358], [252, 344], [304, 312]].map(([x = 0, y = 0], at) => b.line(`M${x} ${y - 36}v18`, 3) + (at % 2 ? b.flat(heart(x, y, 44), trim) : b.flat(at === 2 ? heart(x, y + 8, 58) : star(x, y + 4, 25, 11), body))).join('')
    )
  }
  const beads = Array.from({ length: 20 }, (_, at) => {
    const angle = (2 * Math.PI * at) / 20 - Math.PI / 2
    return [200 + 128 * Math.cos(angle), 288 + 104 * Math.sin(angle), at] as const
  }).sort((first, second) => first[1] - second[1])
  return (
    b.cord(oval(200, 288, 128, 104), metal(b), 3) +
    beads.map(([x, y, at]) => b.flat(oval(Number(short(x)), Number(short(y)), 20 + (y - 288) / 20), at % 3 === 0 ? trim : body) + `<path d="M${short(x - 9)} ${short(y - 4)}q2-8 9-9" stroke="#fff" stroke-width="3.5" stroke-linecap="round" fill="none"/>`).join('')
  )
}

function earrings(b: Brush): string {
  const { body, paper } = b.palette
  const title = b.item.title
  const ground = metal(b)
  const card = b.flat(box(74, 96, 252, 329, 12), paper) + b.plain(oval(200, 124, 11), b.palette.tint)
  const one = (x: number): string => {
    if (/hoop/i.test(title)) return b.plain(oval(x, 180, 6), ground) + b.cord(oval(x, 262, 46, 62), body, 10)
    if (/stud/i.test(title)) return gem(b, x, 260, 84)
    if (/chandelier|cluster|3 bead|bunch/i.test(title)) {
      return (
        b.cord(`M${x} 200c-18-34 14-44 14-18`, ground, 4) +
        b.line(`M${x} 200V250M${x} 250l-26 50M${x} 250l26 50M${x} 250v80`, 2) + b.flat(oval(x, 236, 21), body) +
        b.flat(oval(x - 28, 312, 17) + oval(x + 28, 312, 17), body) + b.flat(oval(x, 348, 22), b.palette.trim)
      )
    }
    return (
      b.cord(`M${x} 214c-18-34 14-50 16-20`, ground, 4) + b.line(`M${x} 214V258`, 3) +
      b.flat(oval(x, 238, 11), b.palette.trim) + gem(b, x, 304, 88)
    )
  }
  return card + one(142) + one(258)
}

function ring(b: Brush): string {
  const band = /silver|crystal|white/i.test(b.item.title) ? silver : gold
  return (
    b.flat('M70 360q0-24 24-24h212q24 0 24 24v65H70z', '#7a4a56') +
    b.flat('M110 340q90 34 180 0v20q-90 34-180 0z', '#5c3540') + b.cord('M200 376a86 86 0 1 1 .1 0', band, 18) +
    `<path d="M70 362q0-20 24-20h212q24 0 24 20v63H70z" fill="#7a4a56"/>` + b.flat('M70 362q130 34 260 0v63H70z', '#7a4a56') +
    b.flat(poly(164, 204, 236, 204, 224, 226, 176, 226), band) + gem(b, 200, 154, 116)
  )
}

function brooch(b: Brush): string {
  return (
    b.flat(box(70, 110, 260, 315, 12), b.palette.paper) + b.plain(oval(200, 138, 11), b.palette.tint) +
    b.cord('M120 276H286', gold, 6) + gem(b, 200, 272, 176) +
    [[134, 196], [268, 196], [130, 350], [270, 350]].map(([x = 0, y = 0]) => b.plain(star(x, y, 11, 4, 4), gold)).join('')
  )
}

function hairSlide(b: Brush): string {
  const { body, deep, trim, paper } = b.palette
  const title = b.item.title
  if (/string|7 clips/i.test(title)) {
    return (
      b.line('M40 190Q200 260 360 190', 3) +
      [70, 125, 200, 275, 330].map((x, at) => b.flat(box(x - 9, 190 + [6, 18, 26, 18, 6][at]!, 18, 66, 5), silver) + b.plain(oval(x, 282 + [6, 18, 26, 18, 6][at]!, 16), at % 2 ? trim : body)).join('')
    )
  }
  if (/comb/i.test(title)) {
    return (
      b.flat('M72 240q128-80 256 0v40H72z', '#8d6748') +
      Array.from({ length: 10 }, (_, at) => b.flat(box(76 + at * 25.4, 276, 11, 116, 5), '#8d6748')).join('') +
      gem(b, 134, 224, 104) + gem(b, 266, 224, 104)
    )
  }
  if (/band\b|bands|tie\b/i.test(title) && /band/i.test(title)) {
    return (
      b.cord('M78 412C50 70 350 70 322 412', body, 26) + gem(b, 274, 176, 116)
    )
  }
  if (/tie\b/i.test(title)) return b.cord(oval(200, 296, 112, 92), deep, 22) + gem(b, 200, 214, 150)
  const clip = (y: number): string =>
    b.flat(`M60 ${y}q0-18 18-20l240-12q22 0 22 18t-22 20l-240 10q-18 0-18-16z`, metal(b)) + b.line(`M90 ${y}l220-10`, 2) +
    gem(b, 128, y - 8, 112)
  return b.flat(box(52, 104, 296, 321, 10), paper) + b.plain(oval(200, 128, 10), b.palette.tint) + clip(218) + clip(350)
}
