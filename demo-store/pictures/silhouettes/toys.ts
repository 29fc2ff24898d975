import type { Brush } from '../Brush.ts'
import { toSeed } from '../palette.ts'
import { box, heart, oval, poly, scallop } from '../shapes.ts'
import type { Silhouettes } from './Silhouette.ts'

/** Toys that are somebody, or take somebody somewhere. */
export const toys: Silhouettes = {
  'soft toy': softToy,
  doll,
  playhouse,
  glider,
  bib,
  'animal set': animalSet,
}

const wood = '#d9b384'
const skin = '#f3cfae'

function face(b: Brush, x: number, y: number, gap: number): string {
  return b.patch(oval(x - gap, y, 6) + oval(x + gap, y, 6), b.palette.ink) + b.line(`M${x - 12} ${y + 26}q12 11 24 0`, 2.5)
}

function softToy(b: Brush): string {
  const { body, trim, deep, pale } = b.palette
  const title = b.item.title
  const limbs = b.flat(oval(122, 326, 30, 46) + oval(278, 326, 30, 46), body) + b.flat(oval(148, 404, 40, 21) + oval(252, 404, 40, 21), body)
  if (/hen\b|chick/i.test(title)) {
    return (
      b.body('M64 306c10-40 44-46 66-34c10-70 40-124 86-124c40 0 58 34 58 64c50 40 66 100 52 144c-16 48-60 69-120 69c-82 0-150-50-142-119z') +
      b.plain('M272 188l50 18-48 24z', '#e2a03c') + b.plain('M186 156c-8-34 18-40 24-16c8-30 36-18 26 16z', '#c23b33') +
      b.patch(oval(240, 192, 7), b.palette.ink) + b.flat('M130 320c40-34 110-20 120 20c-26 46-100 40-120-20z', deep)
    )
  }
  if (/car\b/i.test(title)) {
    return (
      b.body('M46 330c0-30 20-40 60-46c16-50 44-74 96-74c56 0 84 30 98 72c40 6 54 22 54 52v34q0 20-20 20H66q-20 0-20-20z') +
      b.plain('M128 282c12-34 30-50 62-50v50zM206 232c38 0 56 18 66 50h-66z', '#d5e4ec') +
      b.flat(oval(116, 386, 39) + oval(288, 386, 39), '#4a4039') + b.plain(oval(116, 386, 16) + oval(288, 386, 16), trim)
    )
  }
  if (/robot|cadet|ninja rabbit/i.test(title) && !/rabbit/i.test(title)) {
    return (
      b.line('M200 150V108', 4) + b.flat(oval(200, 98, 12), trim) + b.body(box(132, 146, 136, 106, 22)) +
      b.plain(box(150, 170, 100, 58, 16), '#d5e4ec') + face(b, 200, 192, 22) +
      b.flat(box(82, 264, 44, 96, 18) + box(274, 264, 44, 96, 18), deep) + b.body(box(120, 258, 160, 126, 18)) +
      b.flat(box(134, 378, 50, 47, 10) + box(216, 378, 50, 47, 10), deep) + b.plain(heart(200, 318, 60), trim)
    )
  }
  if (/owl/i.test(title)) {
    return (
      b.body('M104 160q44 30 96 26q52 4 96-26c26 60 30 130 20 190q-14 75-116 75T84 350c-10-60-6-130 20-190z') +
      b.flat(oval(154, 240, 44), '#fbf7f0') + b.flat(oval(246, 240, 44), '#fbf7f0') +
      b.patch(oval(160, 242, 14) + oval(240, 242, 14), b.palette.ink) + b.plain('M186 260h28l-14 30z', '#e2a03c') +
      b.flat(oval(200, 362, 60, 44), pale)
    )
  }
  if (/frog/i.test(title)) {
    return (
      limbs + b.body(oval(200, 344, 88, 80)) + b.flat(oval(144, 172, 36) + oval(256, 172, 36), body) +
      b.flat('M84 240c0-60 232-60 232 0s-40 84-116 84s-116-24-116-84z', body) +
      b.plain(oval(144, 170, 20) + oval(256, 170, 20), '#fbf7f0') +
      b.patch(oval(146, 172, 9) + oval(254, 172, 9), b.palette.ink) + b.line('M130 262q70 50 140 0', 3)
    )
  }
  if (/pony|horse|unicorn/i.test(title)) {
    return (
      b.cord('M314 300c40 20 30 70 22 96', trim, 16) +
      b.body('M60 208c0-30 30-44 56-62l8-38 28 28c30 16 44 60 60 96c60-14 116 6 112 70v123h-50v-74c-40 12-70 12-104 0v74h-50V280c-20-2-40-10-52-24c-12-10-8-32-8-48z') +
      b.flat('M146 124c44 20 66 70 64 116c-34 8-50-60-84-92z', trim) + b.patch(oval(112, 182, 6), b.palette.ink) +
      b.line('M72 236q16 6 28-6', 2)
    )
  }
  if (/bag soft|tool box|doctor|nurse/i.test(title)) {
    return (
      b.cord('M150 222C150 150 250 150 250 222', deep, 15) +
      b.body('M66 240q0-24 26-24h216q26 0 26 24v155q0 30-30 30H96q-30 0-30-30z') + b.plain(oval(200, 326, 64), '#fbf7f0') +
      (/tool/i.test(title) ? b.cord('M176 354L224 300', '#8f979c', 13) + b.plain(oval(228, 296, 18), '#8f979c') : b.plain(poly(186, 286, 214, 286, 214, 312, 240, 312, 240, 340, 214, 340, 214, 366, 186, 366, 186, 340, 160, 340, 160, 312, 186, 312), '#c23b33'))
    )
  }
  if (/monster/i.test(title)) {
    return (
      b.body('M92 300c0-120 20-176 108-176s108 56 108 176l10 125-40-22-38 22-40-22-40 22-38-22-40 22z') +
      b.flat('M120 150L96 92l60 36zM280 150l24-58-60 36z', trim) + b.plain(oval(164, 226, 38), '#fbf7f0') +
      b.plain(oval(244, 230, 30), '#fbf7f0') + b.patch(oval(170, 230, 13) + oval(240, 232, 11), b.palette.ink) +
      b.plain('M134 300q66 50 132 0q-6 60-66 60t-66-60z', b.palette.ink) +
      b.plain(poly(160, 315, 180, 323, 168, 340), '#fbf7f0') + b.plain(poly(240, 315, 220, 323, 232, 340), '#fbf7f0')
    )
  }
  const ears = /rabbit|bunny/i.test(title) ? b.flat('M168 166c-40-50-36-100-10-92c20 8 32 50 30 86zM232 166c40-50 36-100 10-92c-20 8-32 50-30 86z', body) : /mous/i.test(title) ? b.flat(oval(132, 156, 46) + oval(268, 156, 46), body) + b.plain(oval(132, 156, 28) + oval(268, 156, 28), '#e7b0b0') : /cat|dog|scott/i.test(title) ? b.flat(poly(128, 200, 122, 108, 190, 150) + poly(272, 200, 278, 108, 210, 150), body) : b.flat(oval(138, 150, 34) + oval(262, 150, 34), body) + b.plain(oval(138, 150, 17) + oval(262, 150, 17), pale)
  return (
    limbs + b.body(oval(200, 346, 84, 79)) + ears + b.flat(oval(200, 212, 88, 78), body) +
    b.plain(oval(200, 238, 36, 28), pale) + b.patch(oval(168, 204, 7) + oval(232, 204, 7), b.palette.ink) +
    b.plain('M188 224h24l-12 13z', b.palette.ink) + b.line('M200 237q-10 16-22 8M200 237q10 16 22 8', 2.2) +
    b.plain('M200 296l-38-20v40zM200 296l38-20v40z', trim) + b.plain(oval(200, 296, 10), trim)
  )
}

function doll(b: Brush): string {
  if (/monkey|rabbit|teddy/i.test(b.item.title)) return softToy(b)
  const { trim, deep } = b.palette
  const named = b.item.motif !== undefined || b.item.colour !== undefined
  const cloth = ['#c4574c', '#6f96b5', '#86a57b', '#d98f99', '#9a7fb5'][toSeed(b.item.title) % 5] ?? deep
  const dress = (d: string): string => (named ? b.body(d) : b.flat(d, cloth))
  const boy = /boy/i.test(b.item.title)
  const hair = ['#8d6748', '#d9a851', '#4a3a30', '#b5583a'][b.item.title.length % 4] ?? '#8d6748'
  const plaits = boy ? '' : b.cord('M136 196C106 230 116 260 104 284M264 196C294 230 284 260 296 284', hair, 22) + b.plain(oval(105, 282, 10) + oval(295, 282, 10), trim)
  return (
    plaits + b.cord('M172 370V404M228 370V404', skin, 20) +
    b.flat(box(150, 402, 40, 23, 10) + box(210, 402, 40, 23, 10), deep) +
    b.cord('M150 280L106 336M250 280L294 336', skin, 20) +
    (boy ? dress('M146 262h108l12 70H134z') + b.flat('M140 328h120l-6 62h-44l-10-34-10 34h-44z', '#47607d') : dress('M164 258h72l62 126q-98 26-196 0z') + b.plain(heart(200, 330, 46), named ? trim : b.palette.paper)) +
    b.flat(oval(200, 180, 80, 76), skin) +
    b.flat(boy ? 'M118 176c-4-100 168-100 164 0c-30-34-40-40-82-40s-52 6-82 40z' : 'M118 184c-8-112 172-112 164 0c-16-30-46-48-82-52c-36 4-66 22-82 52z', hair) +
    face(b, 200, 186, 28) + b.patch(oval(152, 210, 11, 8) + oval(248, 210, 11, 8), '#e79a94', 0.8) +
    (/princess/i.test(b.item.title) ? b.plain('M160 118l-8-40 28 20 20-28 20 28 28-20-8 40z', '#e2b75c') : '')
  )
}

function playhouse(b: Brush): string {
  const { trim, paper, deep } = b.palette
  const room = /bedroom/i.test(b.item.title) ? b.flat(box(110, 330, 150, 60, 6), '#d98f99') + b.flat(box(104, 290, 14, 108, 4), wood) + b.plain(box(122, 316, 48, 26, 8), '#fdfaf2') : /bath/i.test(b.item.title) ? b.flat('M106 326h180c0 46-20 64-44 64h-92c-24 0-44-18-44-64z', '#fdfaf2') + b.cord('M270 326v-44h-26', '#8f979c', 7) : /kitchen/i.test(b.item.title) ? b.flat(box(106, 296, 92, 102, 4), '#8fb3cb') + b.plain(box(120, 332, 64, 50, 4), '#37322e') + b.plain(oval(130, 314, 6) + oval(152, 314, 6) + oval(174, 314, 6), paper) + b.flat(box(214, 270, 78, 128, 6), '#f3ead6') + b.line('M214 318h78') : b.flat('M106 330q0-20 20-20h148q20 0 20 20v68H106z', '#86a57b') + b.flat(box(92, 340, 34, 58, 12) + box(274, 340, 34, 58, 12), '#86a57b')
  return (
    b.body(box(72, 222, 256, 203, 4)) + b.plain(box(92, 242, 216, 156, 3), '#f6ead6') + b.line('M92 398h216', 2) + room +
    b.flat('M48 230L200 92L352 230z', trim) + b.plain(oval(200, 178, 27), '#d5e4ec') + b.line('M200 151v54M173 178h54') +
    b.flat(box(272, 102, 30, 62), deep)
  )
}

function glider(b: Brush): string {
  const { trim, deep } = b.palette
  if (/helicopter/i.test(b.item.title)) {
    return (
      b.line('M186 214V150', 6) + b.cord('M60 150H312', '#8f979c', 9) +
      b.body('M80 284c0-50 46-80 104-80c44 0 70 20 80 46l80-20v30l-84 36c-10 46-40 70-90 70c-54 0-90-32-90-82z') +
      b.plain('M96 282c4-36 36-58 76-60v62z', '#d5e4ec') + b.flat(oval(338, 234, 24), trim) +
      b.cord('M90 408H270M130 366v40M224 360v46', deep, 8)
    )
  }
  return `<g transform="rotate(-12 200 270)">${b.flat('M170 240L110 96h52l104 148z', deep)}${b.body('M48 262c30-34 80-32 130-30l120-4 34-60h24v92c-20 30-120 36-190 36c-60 0-108-10-118-34z')}${b.body('M146 264h110l-66 148h-60z')}${b.plain('M104 244q24-34 62-12z', '#d5e4ec')}</g>`
}

function bib(b: Brush): string {
  const { trim, tint } = b.palette
  return (
    b.cord('M128 130C60 80 150 70 160 140M272 130C340 80 250 70 240 140', trim, 10) +
    b.body('M124 128c30 0 26 74 76 74s46-74 76-74c40 0 62 90 56 180c-6 80-60 117-132 117s-126-37-132-117c-6-90 16-180 56-180z') +
    b.plain('M150 136c10 40 20 66 50 66s40-26 50-66q-50 26-100 0z', tint) +
    b.line('M84 300c4 70 50 110 116 110s112-40 116-110', 1.5) +
    (b.item.motif === undefined ? b.plain(oval(200, 310, 62), trim) : b.plain(oval(200, 314, 62), b.palette.paper) + b.emblem(200, 314, 92, b.palette.paper))
  )
}

function animalSet(b: Brush): string {
  const { body, trim, deep } = b.palette
  const title = b.item.title
  if (/snake/i.test(title)) {
    return (
      b.cord('M70 400C180 440 320 400 300 350S120 350 120 290S290 280 280 220S170 190 180 150', body, 34) +
      `<path d="M70 400C180 440 320 400 300 350S120 350 120 290S290 280 280 220S170 190 180 150" stroke="${trim}" stroke-width="12" stroke-dasharray="10 22" fill="none"/>` +
      b.flat(oval(186, 132, 34, 28), body) + b.patch(oval(176, 126, 4) + oval(198, 126, 4), b.palette.ink) +
      b.line('M214 140l30 4l10-8M244 144l10 8', 3)
    )
  }
  if (/creepy/i.test(title)) {
    return (
      b.line('M120 250L60 210M116 286H50M122 320L64 364M280 250l60-40M284 286h66M278 320l58 44M150 180C140 130 120 120 110 110M250 180c10-50 30-60 40-70', 7) +
      b.body(oval(200, 300, 96, 120)) + b.flat('M116 236c0-90 168-90 168 0q-84 34-168 0z', deep) + b.line('M200 252V418', 2) +
      b.patch(oval(170, 210, 8) + oval(230, 210, 8), '#fbf7f0')
    )
  }
  if (/dinosaur/i.test(title)) {
    return (
      b.body('M52 400c60 0 70-60 90-96c30-50 60-66 110-60c10-50 20-120 70-124c30-2 44 20 38 42l-44 8c0 70 0 140-40 180v75h-38v-60h-50v60h-38v-66c-24 34-60 46-98 41z') +
      b.flat(poly(132, 310, 122, 282, 152, 288, 156, 256, 182, 268, 198, 238, 216, 254, 240, 224, 250, 244, 200, 252, 158, 286), trim) +
      b.patch(oval(322, 146, 5), b.palette.ink)
    )
  }
  if (/rabbit|bunn/i.test(title)) {
    return (
      b.body('M100 425c-30-70 20-140 90-140c16-14 30-20 48-20c50-6 86 26 82 66c0 24-20 34-44 34l-10 60z') +
      b.flat('M226 272c-50-70-50-150-20-146c26 6 40 80 40 140zM250 270c-10-80 20-140 44-128c22 14-2 90-26 132z', body) +
      b.patch(oval(280, 308, 6), b.palette.ink) + b.flat(oval(104, 392, 29), '#fbf7f0') +
      b.plain(oval(318, 326, 6), '#dd8791') + b.line('M150 425c-6-40 20-70 50-64', 2)
    )
  }
  if (/sheep|lamb/i.test(title)) {
    return (
      b.cord('M140 350V410M180 360V410M240 360V410M280 350V410', '#37322e', 15) +
      b.flat(scallop(210, 280, 116, 88, 14), '#f8f0e0') +
      b.flat('M60 250c0-40 90-40 90 0c0 50-20 74-44 74s-46-24-46-74z', '#4a4039') +
      b.patch(oval(90, 262, 5) + oval(120, 262, 5), '#fbf7f0') + b.plain(scallop(104, 226, 36, 20, 8), '#f8f0e0')
    )
  }
  return (
    b.body('M64 306c10-40 44-46 66-34c10-70 40-124 86-124c40 0 58 34 58 64c50 40 66 100 52 144c-16 48-60 69-120 69c-82 0-150-50-142-119z') +
    b.plain('M272 188l50 18-48 24z', '#e2a03c') + b.plain('M186 156c-8-34 18-40 24-16c8-30 36-18 26 16z', '#c23b33') +
    b.patch(oval(240, 192, 7), b.palette.ink) + b.flat('M130 320c40-34 110-20 120 20c-26 46-100 40-120-20z', deep)
  )
}
