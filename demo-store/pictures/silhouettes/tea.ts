import type { Brush } from '../Brush.ts'
import { box, heart, oval, poly, star } from '../shapes.ts'
import type { Silhouettes } from './Silhouette.ts'

/** What stands on the tea table and is poured from or drunk out of. */
export const tea: Silhouettes = {
  mug,
  'mug warmer': mugWarmer,
  teacup,
  teapot,
  'tea set': teaSet,
  beaker,
  'milk jug': milkJug,
  'sugar bowl': sugarBowl,
  'egg cup': eggCup,
  'tea cosy': teaCosy,
}

const brew = '#a5673d'

/** What a mug says for itself: its title, unless that describes the mug. */
function toSlogan(title: string): string | undefined {
  const words = /^(.{3,34}?)(?: in)? (?:coffee |tea |enamel )?mug/i.exec(title)?.[1]
  return words === undefined || /assorted|design|ceramic|bone china/i.test(words) ? undefined : words
}

function mug(b: Brush): string {
  const { body, deep, paper } = b.palette
  const slogan = b.item.motif === undefined && b.item.colour === undefined ? toSlogan(b.item.title) : undefined
  const shape = 'M76 150H270v238q0 37-37 37H113q-37 0-37-37z'
  return (
    b.cord('M266 214C348 200 348 344 260 348', deep, 17) +
    b.body(shape) +
    b.plain(oval(173, 150, 97, 19), deep) + b.plain(oval(173, 156, 84, 12), brew) +
    (slogan === undefined ? '' : b.plain(box(98, 212, 150, 146, 6), paper) +
    b.words(slogan, 173, 285, 132, 120, body === paper ? deep : '#B3261E'))
  )
}

function mugWarmer(b: Brush): string {
  const { deep, trim, paper } = b.palette
  const knit = [236, 266, 296, 326, 356, 386].map(y =>
    b.line(`M88 ${y}l12 10 12-10 12 10 12-10 12 10 12-10 12 10 12-10 12 10 12-10 12 10 12-10 12 10 12-10`, 1.2)).join('')
  return (
    b.cord('M266 214C348 200 348 350 260 352', paper, 17) +
    b.flat('M76 150H270v238q0 37-37 37H113q-37 0-37-37z', paper) +
    b.plain(oval(173, 150, 97, 19), '#e5dac6') + b.plain(oval(173, 156, 84, 12), brew) +
    b.body(box(68, 212, 210, 196, 12)) + (b.item.motif === undefined ? knit : '') +
    b.flat(box(68, 204, 210, 22, 8), trim) + b.flat(box(68, 394, 210, 20, 8), trim) +
    b.plain(oval(173, 310, 13), deep) + b.line('M169 306v8M177 306v8')
  )
}

/** A cup on its saucer; `k` scales it about the ground, `x` is its middle. */
function cup(b: Brush, x: number, k: number): string {
  const { pale, trim } = b.palette
  return (
    `<g transform="translate(${x} 425) scale(${k})">` +
    b.flat('M-144-38q144 20 288 0q-14 38-78 38H-66q-64 0-78-38z', pale) + b.line('M-136-28q136 20 272 0', 1.2) +
    b.cord('M84-186c74-26 78 86-14 92', trim, 12) +
    b.flat('M-34-42h68l10 18h-88z', trim) +
    b.body('M-104-212H104c0 96-36 156-66 174H-38c-30-18-66-78-66-174z') +
    b.plain(oval(0, -212, 104, 20), trim) + b.plain(oval(0, -208, 92, 14), brew) +
    '</g>'
  )
}

function teacup(b: Brush): string {
  return b.line('M168 156c-12-20 12-28 0-50M204 148c-12-20 12-28 0-50M240 156c-12-20 12-28 0-50', 3) + cup(b, 192, 1)
}

function pot(b: Brush): string {
  const { pale, trim, deep } = b.palette
  return (
    b.cord('M286 236c84-26 86 122-8 122', trim, 17) +
    b.flat('M122 372C60 362 84 274 46 240l30-18c48 34 34 72 66 84z', deep) +
    b.body('M196 198c74 0 112 46 112 110c0 54-28 92-62 106H146c-34-14-62-52-62-106c0-64 38-110 112-110z') +
    b.flat(box(140, 410, 112, 15, 6), trim) +
    b.flat('M132 214c4-40 124-40 128 0q-64 24-128 0z', pale) + b.print('M132 214c4-40 124-40 128 0q-64 24-128 0z') +
    b.line('M132 214q64 24 128 0') +
    b.flat(oval(196, 166, 18, 17), trim)
  )
}

function teapot(b: Brush): string {
  if (!/tea for one/i.test(b.item.title)) return pot(b)
  return cup(b, 196, 0.92) + `<g transform="translate(70 2) scale(.64)">${pot(b)}</g>`
}

function teaSet(b: Brush): string {
  if (!/breakfast|baby/i.test(b.item.title)) {
    return `<g transform="translate(10 -58) scale(.97)">${pot(b)}</g>` + b.flat('M40 372H360l-14 53H54z', '#c9996a') +
      `<g transform="translate(0 -46)">${cup(b, 122, 0.46)}${cup(b, 284, 0.46)}</g>`
  }
  const { deep, paper, trim } = b.palette
  const plate = oval(148, 226, 96)
  return (
    b.flat(plate, paper) + b.body(oval(148, 226, 74)) + b.plain(oval(148, 226, 46), paper) + b.emblem(148, 226, 62, paper) +
    b.cord('M320 250c34-4 34 66 0 68', deep, 11) + b.body('M234 214h92v142q0 18-18 18h-56q-18 0-18-18z') +
    b.plain(oval(280, 214, 46, 9), deep) +
    b.body('M60 330h184c-4 56-36 88-58 95h-68c-22-7-54-39-58-95z') + b.plain(oval(152, 330, 92, 14), trim) +
    b.flat('M262 425v-30q0-10 10-10h40q10 0 10 10v30z', trim) + b.plain(oval(292, 372, 24, 30), paper)
  )
}

function beaker(b: Brush): string {
  const { title } = b.item
  const { deep, pale, trim } = b.palette
  if (/goblet|chalice|wine|champagne|sundae|milkshake/i.test(title)) {
    return (
      b.flat('M128 425q0-16 60-22l4-110h16l4 110q60 6 60 22z', deep) +
      b.body(/champagne/i.test(title) ? 'M150 92h100c6 100-8 176-32 204h-36c-24-28-38-104-32-204z'
      : 'M112 110h176c6 100-30 172-66 190h-44c-36-18-72-90-66-190z') +
      b.plain(/champagne/i.test(title) ? oval(200, 92, 50, 9) : oval(200, 110, 88, 15), pale)
    )
  }
  if (/heart shape/i.test(title)) return b.cord('M282 226c62-8 62 90-14 96', deep, 16) +
    b.body('M108 168q92-30 184 0l-22 236q-2 21-23 21h-94q-21 0-23-21z') + b.plain(heart(200, 176, 180), deep)
  if (/glass|tumbler/i.test(title)) return b.body('M104 130h192l-20 274q-2 21-22 21H146q-20 0-22-21z') +
    b.plain(oval(200, 130, 96, 17), pale) + b.line('M140 170l12 226M170 174l6 226M200 175v228M230 174l-6 226M260 170l-12 226') +
    b.line('M109 176q91 26 182 0', 2)
  const band = b.item.motif === undefined ? b.plain('M99 262l202 0-4 40H103z', trim) + b.plain(star(200, 356, 26), trim) : ''
  return b.body('M88 150h224l-24 252q-2 23-25 23H137q-23 0-25-23z') + band + b.plain(oval(200, 150, 112, 20), deep) +
    b.line('M96 172q104 34 208 0', 1.2)
}

function milkJug(b: Brush): string {
  const { deep, trim } = b.palette
  const scale = /measuring|cordial/i.test(b.item.title) ? b.line('M132 300h34M132 332h24M132 364h34M132 268h24', 2.5) : ''
  return (
    b.cord('M262 176c108-16 96 168 4 178', trim, 17) +
    b.body('M86 128c30 6 44 2 60-12h116c0 44 4 70 14 104c18 56 18 120-8 190q-6 15-22 15H142q-16 0-22-15c-28-72-26-134-4-190c8-22-8-60-30-92z') +
    b.plain('M86 128c30 6 44 2 60-12h116q0 28-60 28c-50 0-92 10-116-16z', deep) + scale
  )
}

function sugarBowl(b: Brush): string {
  const { deep, trim, paper } = b.palette
  if (/dispenser/i.test(b.item.title)) {
    return b.flat('M184 96h32l10 54h-52z', '#c3c6c9') + b.flat('M118 196c0-50 164-50 164 0z', '#c3c6c9') +
      b.flat('M118 200h164l16 225H102z', '#d5e4e0') + b.patch('M113 286h174l9 132H104z', paper) +
      b.line('M113 286q87-22 174 0M134 214l-8 150', 2)
  }
  return (
    b.cord('M92 288c-64-30-64 92 16 78M308 288c64-30 64 92-16 78', trim, 14) +
    b.body('M80 268H320c6 76-34 128-70 142H150c-36-14-76-66-70-142z') + b.flat(box(146, 408, 108, 17, 6), trim) +
    b.flat('M86 268c10-70 218-70 228 0z', deep) + b.print('M86 268c10-70 218-70 228 0z') +
    b.flat(box(76, 258, 248, 18, 8), trim) + b.flat(oval(200, 196, 18), trim)
  )
}

function eggCup(b: Brush): string {
  const { trim, deep } = b.palette
  const egg = b.flat('M200 96c54 0 84 84 84 138c0 50-34 80-84 80s-84-30-84-80c0-54 30-138 84-138z', '#f3dcc0')
  const cap = b.line('M124 198l15-12 15 14 16-14 15 14 15-14 15 14 15-14 16 14 15-14 15 12', 2)
  if (/wire|egg holder/i.test(b.item.title)) return egg +
    b.cord('M104 262q96 40 192 0M120 300l-16 118h192l-16-118M104 262l16 38q80 30 160 0l16-38', deep, 6)
  return egg + cap + b.flat('M128 425q0-14 44-24l8-46h40l8 46q44 10 44 24z', trim) +
    b.body('M96 246q104 34 208 0c0 66-42 112-104 112s-104-46-104-112z') + b.line('M98 262q102 32 204 0', 1.2)
}

function teaCosy(b: Brush): string {
  const { deep, trim, paper } = b.palette
  if (/egg/i.test(b.item.title)) {
    const chick = /chick|hen/i.test(b.item.title)
    const ears = chick ? b.flat('M176 120c-6-30 18-30 24-14c8-18 30-8 20 18z', '#c23b33')
      : b.body('M160 150c-34-84 6-92 26-8zM240 150c34-84-6-92-26-8z')
    return (
      ears + b.body('M200 122c74 0 104 76 104 160v92H96v-92c0-84 30-160 104-160z') + b.plain(oval(166, 222, 7), '#1E1A16') +
      b.plain(oval(234, 222, 7), '#1E1A16') +
      (chick ? b.plain(poly(184, 240, 216, 240, 200, 264), '#e2a03c') : b.plain(poly(190, 246, 210, 246, 200, 258), '#dd8791') +
      b.line('M200 258v10M148 252l-40-8M148 262l-38 6M252 252l40-8M252 262l38 6')) +
      b.flat('M124 425q0-12 40-20v-30h72v30q40 8 40 20z', paper) + b.flat(box(88, 362, 224, 22, 9), trim)
    )
  }
  return (
    b.flat('M96 380C48 372 66 300 40 282l26-18c40 22 32 60 60 66z', paper) + b.cord('M300 296c66-16 66 92-8 92', paper, 15) +
    b.body('M76 413c-8-150 30-258 124-258s132 108 124 258z') + b.flat(box(66, 398, 268, 27, 10), trim) +
    b.line('M200 160v236M138 180c-18 60-22 140-20 216M262 180c18 60 22 140 20 216', 1.2) +
    b.flat(oval(200, 138, 28, 26), deep) + b.line('M186 128l10 10M206 124l-2 14M214 140l-12 6M190 150l8-8')
  )
}
