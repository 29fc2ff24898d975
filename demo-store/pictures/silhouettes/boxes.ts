import type { Brush } from '../Brush.ts'
import { box, heart, oval, petals, poly, scallop } from '../shapes.ts'
import type { Silhouettes } from './Silhouette.ts'

/** What things are kept in, and what is kept by the bath. */
export const boxes: Silhouettes = {
  'sewing box': sewingBox,
  'storage box': storageBox,
  'trinket pot': trinketPot,
  basket,
  'bath set': bathSet,
  'clothes pegs': clothesPegs,
}

const brass = '#d4ab55'
const wood = '#c9996a'

function sewingBox(b: Brush): string {
  const { trim, deep } = b.palette
  const spool = (x: number, colour: string): string =>
    b.plain(box(x, 184, 46, 46), colour) + b.line(`M${x} 196h46M${x} 208h46M${x} 220h46`, 1.2) +
    b.flat(box(x - 6, 170, 58, 14, 4), wood)
  return (
    b.line('M286 216L320 102', 4) + b.plain(oval(320, 98, 10), '#c23b33') + spool(108, '#c4574c') + spool(178, '#5f88b0') +
    spool(248, '#86a57b') + b.body(box(66, 228, 268, 197, 10)) + b.flat(box(58, 222, 284, 30, 6), trim) +
    b.plain(box(178, 244, 44, 36, 5), brass) + b.line('M200 258v10', 4) + b.line('M84 262v146h232V262', 1.2) +
    (b.item.motif === undefined ? b.plain(box(134, 306, 132, 80, 5), b.palette.paper) + b.cord(oval(176, 368, 13) + oval(224, 368, 13) + 'M184 358L224 316M216 358L176 316', '#8f979c', 4) : '') +
    b.patch(box(74, 418, 252, 6), deep)
  )
}

function storageBox(b: Brush): string {
  const { trim, deep } = b.palette
  const title = b.item.title
  if (/tissue/i.test(title)) {
    return (
      b.flat('M140 232c-30-70 10-96 28-126c22 24 30 12 46-14c18 30 66 60 42 140z', '#fdfaf2') +
      b.line('M174 226c-8-40 10-60 4-90M222 226c6-40-14-60-8-86') + b.flat(poly(60, 248, 96, 218, 304, 218, 340, 248), deep) +
      b.plain(oval(200, 232, 78, 10), b.palette.ink) + b.flat('M132 236c0-30 8-50 10-70h112c10 30 14 50 12 70z', '#fdfaf2') +
      b.body(box(60, 248, 280, 177, 5))
    )
  }
  if (/treasure chest|pirate/i.test(title)) {
    return (
      b.flat('M60 270v-22q0-98 140-98t140 98v22z', b.palette.body) + b.flat(box(60, 270, 280, 155, 4), b.palette.body) +
      b.plain('M104 270v-82l30-20v102zM296 270v-82l-30-20v102z', brass) +
      b.plain(box(104, 270, 30, 155) + box(266, 270, 30, 155), brass) + b.plain(box(52, 258, 296, 24, 4), deep) +
      b.plain(box(176, 254, 48, 58, 8), brass) + b.patch(oval(200, 276, 8) + box(196, 278, 8, 20), b.palette.ink)
    )
  }
  if (/mini cases|small case/i.test(title)) {
    return (
      b.cord('M170 200c0-40 60-40 60 0', wood, 10) + b.body(box(96, 200, 208, 110, 12)) +
      b.plain(box(120, 194, 20, 34, 4) + box(260, 194, 20, 34, 4), wood) + b.body(box(58, 310, 284, 115, 12)) +
      b.plain(box(92, 304, 22, 40, 4) + box(286, 304, 22, 40, 4), wood) + b.cord('M168 346h64', wood, 10)
    )
  }
  if (/heart/i.test(title) && /box/i.test(title)) {
    return (
      b.flat('M56 250v62c6 46 96 94 144 113c48-19 138-67 144-113v-62z', deep) +
      b.body('M200 366C150 340 56 296 56 238c0-40 44-66 84-66c32 0 52 18 60 38c8-20 28-38 60-38c40 0 84 26 84 66c0 58-94 102-144 128z') +
      b.plain(oval(200, 248, 12), brass)
    )
  }
  if (/jewel|trinket|oval|music/i.test(title)) {
    return (
      b.flat(poly(84, 250, 316, 250, 304, 116, 96, 116), deep) + b.plain(box(112, 132, 176, 100, 4), '#dbe8ea') +
      b.body(box(66, 250, 268, 175, 10)) + b.cord('M112 250q20 40 60 8t50 6', '#fbf7f0', 6) +
      b.plain(box(66, 250, 268, 20, 4), trim) + b.plain(box(182, 262, 36, 36, 6), brass) + b.line('M200 278v10', 4) +
      b.flat(box(80, 412, 40, 13, 3) + box(280, 412, 40, 13, 3), brass)
    )
  }
  return (
    b.body(box(70, 226, 260, 199, 4)) + b.flat(box(58, 176, 284, 62, 5), trim) + b.print(box(58, 176, 284, 62, 5)) +
    b.plain(box(154, 290, 92, 52, 4), b.palette.paper) + b.line('M170 308h60M170 322h40') + b.plain(oval(200, 362, 7), brass)
  )
}

function trinketPot(b: Brush): string {
  const { trim, deep } = b.palette
  const title = b.item.title
  if (/shell/i.test(title)) {
    return (
      b.body('M200 420C90 400 40 310 62 236c8-24 34-24 42-6c2-34 44-44 56-14c8-36 72-36 80 0c12-30 54-20 56 14c8-18 34-18 42 6c22 74-28 164-138 184z') +
      b.line('M200 416C160 350 120 280 104 232M200 416C186 340 172 270 160 218M200 416C214 340 228 270 240 218M200 416C240 350 280 280 296 232', 2)
    )
  }
  if (/stand/i.test(title)) {
    return (
      b.cord('M200 400V110M120 190C120 150 280 150 280 190M96 280C96 230 304 230 304 280', b.palette.body, 8) +
      b.plain(oval(200, 100, 13), trim) + b.cord('M122 196c-20 60 30 70 30 0', '#fbf7f0', 5) +
      b.cord('M276 196c-4 80 50 60 22 86', trim, 5) + b.plain(heart(110, 312, 34), '#c4574c') +
      b.line('M104 284v16M296 284v22', 2) + b.plain(oval(296, 314, 13), brass) + b.body('M112 425q0-32 88-32t88 32z')
    )
  }
  if (/soap|tray|dish/i.test(title)) {
    return (
      b.flat('M118 330q0-56 82-56t82 56z', trim) + b.line('M150 304q50-20 100 0', 2) + b.plain(oval(254, 236, 13), '#fff') +
      b.plain(oval(228, 204, 9), '#fff') + b.body('M52 322h296c0 60-40 88-90 88H142c-50 0-90-28-90-88z') +
      b.plain(box(44, 314, 312, 20, 10), deep) + b.flat(box(130, 408, 140, 17, 5), b.palette.body)
    )
  }
  return (
    b.body('M74 300h252l-16 92q-8 33-60 33H150q-52 0-60-33z') + b.plain(box(62, 286, 276, 26, 12), trim) +
    b.body('M78 286c4-74 60-96 122-96s118 22 122 96z') + b.flat(oval(200, 172, 24), trim) +
    (b.item.motif === undefined ? b.line('M126 316l10 96M200 316v104M274 316l-10 96', 1.3) : '')
  )
}

function basket(b: Brush): string {
  const { trim } = b.palette
  const title = b.item.title
  const wire = /wire/i.test(title)
  const fill = /toadstool/i.test(title) ? [110, 176, 236, 292].map((x, at) => b.plain(box(x - 10, 240, 22, 44, 6), '#f6ead6') + b.flat(`M${x - 44} 250c0-70 90-70 90 0z`, '#c23b33') + b.patch(oval(x - 12, 222 + (at % 2) * 6, 7) + oval(x + 16, 228, 6), '#fbf7f0')).join('') : /egg|hen|chick|bunny/i.test(title) ? [116, 168, 232, 284].map((x, at) => b.flat(oval(x, 258, 34, 44), ['#f3ead6', '#e8c4b0', '#cfe0d8', '#f0d9a0'][at] ?? '')).join('') : ''
  const weave = [310, 336, 362, 388].map((y, at) => `M${70 + at * 3} ${y}q14-11 28 0t28 0t28 0t28 0t28 0t28 0t28 0t28 0t${28 - at} 0`).join('')
  return (
    b.cord('M86 280C86 60 314 60 314 280', wire ? '#8f979c' : b.palette.deep, wire ? 6 : 13) + fill +
    b.body('M56 282h288l-24 118q-4 25-28 25H108q-24 0-28-25z') +
    (wire ? b.line('M90 284l22 140M130 284l12 140M170 284l4 140M210 284v140M250 284l-10 140M300 284l-26 140', 2) : '') +
    b.line(weave, 1.8) + b.flat(box(46, 268, 308, 26, 12), b.palette.body) +
    (/felt|bunny/i.test(title) ? b.plain(petals(200, 348, 22, 15, 6), trim) + b.plain(oval(200, 348, 13), '#e2b75c') : b.plain(scallop(314, 262, 24, 20, 7), trim))
  )
}

function bathSet(b: Brush): string {
  if (/toilet/i.test(b.item.title)) {
    return (
      b.flat(box(92, 190, 216, 235, 6), '#fdfaf2') + b.print(box(92, 190, 216, 235)) +
      b.plain('M240 300h68v125h-68z', '#fdfaf2') + b.print('M240 300h68v125h-68z') +
      b.flat(oval(200, 190, 108, 40), '#fdfaf2') + b.plain(oval(200, 190, 36, 14), b.palette.deep)
    )
  }
  const brushHead = b.cord('M112 400L92 140', '#6f96b5', 8) + b.plain(box(72, 112, 22, 44, 5), '#fbf7f0')
  return (
    brushHead + b.body(box(62, 250, 96, 175, 10)) + b.flat(box(220, 196, 70, 40, 6), '#bcc3c6') +
    b.cord('M254 196v-40h-44', '#bcc3c6', 10) + b.body('M180 270q0-38 75-38t75 38v130q0 25-25 25H205q-25 0-25-25z') +
    b.plain(box(176, 322, 158, 14, 4), b.palette.trim)
  )
}

function clothesPegs(b: Brush): string {
  const peg = (x: number, y: number, colour: string): string =>
    b.flat(`M${x} ${y}q22-30 44 0l8 168h-20l-8-84h-4l-8 84H${x - 8}z`, wood) + b.flat(oval(x + 22, y - 8, 25), colour) +
    b.plain(petals(x + 22, y + 30, 11, 8, 5), colour) + b.plain(oval(x + 22, y + 30, 7), '#e2b75c')
  return (
    b.line('M40 190Q200 240 360 190', 4) + peg(76, 190, b.palette.body) + peg(178, 206, b.palette.trim) +
    peg(280, 190, b.palette.body) + b.body(box(70, 340, 260, 85, 8)) + b.line('M70 358h260')
  )
}
