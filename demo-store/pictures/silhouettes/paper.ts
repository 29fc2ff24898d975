import type { Brush } from '../Brush.ts'
import { toSeed } from '../palette.ts'
import { box, heart, leaf, oval, petals, poly, scallop, star } from '../shapes.ts'
import { writtenOn } from './lettering.ts'
import type { Silhouettes } from './Silhouette.ts'

/** Cards, letters and books of paper. */
export const paper: Silhouettes = {
  'greeting card': greetingCard,
  notebook,
  'writing set': writingSet,
  postcards,
  'photo album': photoAlbum,
  'card kit': cardKit,
  'card holder': cardHolder,
  stickers,
  tissues,
  'party invitations': partyInvitations,
}

function greetingCard(b: Brush): string {
  const { trim, deep, paper: white } = b.palette
  const title = b.item.title
  const words = /happy|birthday|thank|love|congrat|easter|christmas|get well|new baby/i.exec(title)?.[0] ?? ''
  const said: Readonly<Record<string, string>> = { birthday: 'Happy Birthday', thank: 'Thank You', love: 'With Love', congrat: 'Well Done', easter: 'Happy Easter', christmas: 'Merry Christmas' }
  return (
    b.flat(poly(196, 290, 352, 282, 352, 406, 196, 425), '#e7d5b4') + b.line('M196 290L284 358L352 282', 1.5) +
    b.flat(poly(96, 116, 116, 98, 306, 98, 286, 116), white) + b.flat(poly(64, 116, 92, 96, 92, 408, 64, 425), deep) +
    (b.item.motif === undefined && b.item.colour === undefined ? b.flat(box(64, 116, 222, 309, 3), ['#e2b75c', '#6f96b5', '#c4574c', '#86a57b', '#d98f99'][toSeed(title) % 5] ?? trim) : b.body(box(64, 116, 222, 309, 3))) +
    b.plain(box(92, 148, 166, 190, 3), white) +
    (b.emblem(175, 243, 130, white) || cardFront(b, toSeed(title))) +
    (words === '' ? b.plain(box(124, 362, 102, 12, 3), white) : b.plain(box(92, 354, 166, 46, 3), white) + b.words(said[words.toLowerCase()] ?? words, 175, 377, 152, 36))
  )
}

/** A small drawing for a card whose title names no motif the shop can draw. */
function cardFront(b: Brush, seed: number): string {
  const title = b.item.title
  if (/cake|banquet|tea/i.test(title) || (/birthday/i.test(title) && seed % 2 === 0)) {
    return (
      b.flat('M118 262q0-14 14-14h86q14 0 14 14v44H118z', '#f6dcc0') +
      b.plain('M118 258q0-16 14-16h86q14 0 14 16q-14 22-28 2q-14 22-29 0q-14 22-28 0q-14 20-29-2z', '#e7a0aa') +
      [142, 175, 208].map(x => b.flat(box(x - 5, 206, 10, 36, 2), '#6f96b5') + b.plain(`M${x} 204c-8-4-8-12 0-24c8 12 8 20 0 24z`, '#e9b84f')).join('') +
      b.line('M106 306h138', 4)
    )
  }
  if (/birthday|party|balloon|congrat/i.test(title)) return [[142, 216, '#c4574c'], [208, 210, '#6f96b5'], [176, 194, '#e2b75c']].map(([x, y, colour]) => b.line(`M${x} ${y}L175 322`, 1.4) + b.flat(oval(Number(x), Number(y), 27, 32), String(colour))).join('')
  if (seed % 3 === 0) {
    return (
      b.line('M175 318V240', 4) + b.plain(leaf(175, 312, 44, -34) + leaf(175, 304, -44, -34), '#6f9468') +
      b.flat(petals(175, 216, 26, 20, 6), '#d98f99') + b.plain(oval(175, 216, 15), '#e2b75c')
    )
  }
  return seed % 3 === 1 ? b.flat(star(175, 246, 58, 26), '#e2b75c') : b.plain(heart(175, 243, 108), '#c4574c')
}

function notebook(b: Brush): string {
  const { trim, deep, paper: white } = b.palette
  const title = b.item.title
  const label = b.plain(box(140, 180, 136, 84, 5), white)
  const marked = /address/i.test(title) ? 'Addresses' : /journal/i.test(title) ? 'Journal' : /sketch/i.test(title) ? 'Sketches' : /recipe/i.test(title) ? 'Recipes' : /scrap/i.test(title) ? 'Scraps' : 'Notes'
  const pages = b.flat(poly(90, 425, 318, 425, 332, 408, 332, 118, 318, 110, 90, 110), white) + b.line('M322 122v292M327 120v290')
  if (/sketchbook|spiral|wire/i.test(title)) {
    const rings = Array.from({ length: 11 }, (_, at) => `M96 ${130 + at * 27}a16 8 0 1 1 0 12`).join('')
    return pages + b.body(box(90, 108, 226, 317, 8)) + label + b.words(marked, 208, 222, 118, 60) + b.line(rings, 3.5)
  }
  return (
    pages + b.body('M72 120q0-16 16-16h216q12 0 12 12v297q0 12-12 12H88q-16 0-16-16z') +
    b.flat('M72 120q0-16 16-16h20v321H88q-16 0-16-16z', deep) + label + b.words(marked, 208, 222, 118, 60) +
    b.cord('M292 106V424', trim, 8)
  )
}

function writingSet(b: Brush): string {
  const { trim, paper: white } = b.palette
  const pen = `<g transform="rotate(24 310 300)">${b.flat(box(298, 120, 24, 230, 8), trim)}${b.flat(poly(300, 350, 320, 350, 310, 392), '#d4ab55')}${b.line('M310 366v24')}</g>`
  return (
    b.flat(box(86, 92, 190, 260, 3), white) + b.print(box(86, 92, 190, 34)) +
    b.line('M106 150h150M106 172h150M106 194h110M106 216h134', 1.6) + b.body(box(54, 240, 260, 185, 4)) +
    b.flat('M54 244L184 346L314 244z', b.palette.pale) + b.print('M54 244L184 346L314 244z') +
    b.flat(scallop(184, 340, 25, 25, 9), '#c23b33') + b.plain(heart(184, 341, 22), white) + pen
  )
}

function postcards(b: Brush): string {
  const { trim, paper: white } = b.palette
  const card = (turn: number, front: string): string => `<g transform="rotate(${turn} 200 300)">${front}</g>`
  return (
    card(-12, b.flat(box(62, 196, 270, 180, 4), trim)) + card(8, b.flat(box(62, 200, 276, 184, 4), white)) +
    b.body(box(60, 230, 280, 195, 4)) + b.plain(box(74, 244, 252, 167, 2), white) +
    b.line('M206 256v142M222 332h90M222 356h90M222 380h64', 1.6) + b.flat(box(268, 258, 44, 54, 2), trim) +
    (b.emblem(140, 328, 96, white) || b.words(writtenOn(b.item.title, 14) || 'Wish you were here', 140, 328, 104, 90))
  )
}

function photoAlbum(b: Brush): string {
  const { trim, deep, paper: white } = b.palette
  return (
    b.flat(poly(84, 425, 322, 425, 340, 404, 340, 156, 322, 148, 84, 148), white) + b.line('M328 158v256M334 158v250') +
    b.body(box(62, 140, 256, 285, 8)) + b.flat(box(62, 140, 42, 285, 8), deep) +
    b.cord('M84 210C150 190 150 250 84 230M84 230C60 280 84 300 96 330M84 230C120 280 110 300 118 320', trim, 6) +
    b.plain(box(148, 200, 132, 126, 3), white) + b.plain(box(158, 210, 112, 96), '#d5e4ec') +
    b.plain('M158 306q28-54 54-22q22-30 58 22z', '#8fae85') + b.plain(oval(242, 234, 11), '#e9b84f')
  )
}

function cardKit(b: Brush): string {
  const { trim, paper: white } = b.palette
  return (
    b.flat(poly(90, 220, 270, 190, 300, 392, 116, 425), white) + b.body(box(54, 200, 196, 225, 4)) +
    b.plain(box(78, 226, 148, 140, 3), white) + (b.emblem(152, 296, 100, white) || b.plain(heart(152, 298, 86), trim)) +
    b.cord(oval(284, 382, 20) + oval(330, 360, 20) + 'M290 362L330 232M318 344L268 240', '#8f979c', 6) +
    b.flat(star(290, 176, 32, 14), '#e2b75c') + b.flat(heart(336, 208, 34), '#c4574c') +
    b.flat(box(110, 108, 40, 84, 10), '#fdfaf2') + b.flat(poly(118, 108, 142, 108, 134, 76, 126, 76), trim)
  )
}

function cardHolder(b: Brush): string {
  const { body, trim, paper: white } = b.palette
  const title = b.item.title
  const top = /star/i.test(title) ? star(200, 132, 54, 24) : /tree/i.test(title) ? poly(200, 74, 248, 140, 224, 140, 258, 190, 142, 190, 176, 140, 152, 140) : heart(200, 132, 108)
  const card = (x: number, y: number, turn: number, colour: string): string => `<g transform="rotate(${turn} ${x} ${y})">${b.flat(box(x - 48, y - 60, 96, 120, 3), white)}${b.plain(box(x - 36, y - 46, 72, 76), colour)}${b.line(`M${x - 30} ${y + 44}h60`)}</g>`
  return (
    b.cord('M200 180V396', body, 8) +
    b.cord('M200 330C130 340 96 300 100 262M200 330C270 340 304 300 300 262M200 290C160 280 150 250 156 226M200 290C240 280 250 250 244 226', body, 6) +
    card(96, 262, -10, '#8fae85') + card(304, 262, 10, '#6f96b5') + card(200, 278, 0, '#e2b75c') + b.body(top) +
    b.flat('M116 425q0-30 84-30t84 30z', trim)
  )
}

function stickers(b: Brush): string {
  const { trim, paper: white, body } = b.palette
  if (/tattoo|patch/i.test(b.item.title) && b.item.motif === undefined) {
    return (
      b.flat(box(84, 110, 232, 315, 6), white) + b.flat(heart(200, 230, 140), '#c23b33') +
      b.plain('M92 244q108-60 216 0v36q-108-60-216 0z', white) + b.words('Mum', 200, 246, 70, 32) +
      b.flat(star(140, 364, 36, 16), body) + b.flat(star(258, 364, 36, 16), trim)
    )
  }
  const stuck = (x: number, y: number, at: number): string =>
    b.flat(at % 2 ? scallop(x, y, 42, 42, 10) : oval(x, y, 42), at % 2 ? trim : body) +
    (b.emblem(x, y, 54, at % 2 ? trim : body) || b.plain(at % 3 ? heart(x, y, 42) : star(x, y + 2, 26, 11), white))
  return (
    b.flat('M76 100h214l34 34v291H76z', white) + b.plain('M290 100v34h34z', '#e4daca') +
    [[134, 168], [236, 168], [134, 272], [250, 264], [134, 374], [250, 368]].map(([x = 0, y = 0], at) => stuck(x + 8, y, at)).join('')
  )
}

function tissues(b: Brush): string {
  const { trim } = b.palette
  const wrap = 'M92 180q0-14 14-14h188q14 0 14 14v231q0 14-14 14H106q-14 0-14-14z'
  return (
    b.flat('M150 176c-20-40 6-60 20-92c16 20 28 10 44-14c14 26 60 56 40 106z', '#fdfaf2') +
    b.line('M180 172c-6-30 8-44 4-64M226 172c4-26-12-40-6-62') + b.body(wrap) +
    b.plain(box(140, 150, 120, 44, 8), '#fdfaf2') + b.plain(box(128, 176, 144, 40, 10), trim) +
    b.line('M92 396q108 12 216 0', 1.2) + (b.item.motif === undefined ? b.plain(oval(200, 310, 54), trim) : '')
  )
}

function partyInvitations(b: Brush): string {
  const { trim, paper: white } = b.palette
  return (
    `<g transform="rotate(-7 200 260)">${b.flat(box(84, 92, 220, 250, 4), white)}${b.print(box(84, 92, 220, 30))}${b.emblem(194, 196, 96, white)}</g>` +
    b.flat(box(92, 128, 222, 240, 4), white) + b.words('Please Come', 203, 182, 190, 70, '#c23b33') +
    b.emblem(203, 262, 80, white) + b.body(box(54, 278, 292, 147, 4)) + b.line('M54 425L170 352M346 425L230 352') +
    b.flat('M54 278L200 380L346 278z', b.palette.pale) + b.plain(oval(200, 366, 20), trim)
  )
}
