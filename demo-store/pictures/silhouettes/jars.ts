import type { Brush } from '../Brush.ts'
import { box, heart, oval, poly } from '../shapes.ts'
import type { Silhouettes } from './Silhouette.ts'

/** Glass that keeps things: jars, bottles and domes. */
export const jars: Silhouettes = {
  'storage jar': storageJar,
  'jam jar': jamJar,
  'jam making set': jamMakingSet,
  'milk bottles': milkBottles,
  'butter dish': butterDish,
}

const glass = '#d5e4e0'
const wood = '#c9996a'

const whites = ['#fbf7f0'] as const
const browns = ['#a9744b', '#c18a58', '#8d5f45'] as const

/** What a title says is inside: the word on the label, and its colours. */
const contents: readonly (readonly [words: RegExp, label: string, colours?: readonly string[]])[] = [
  [/confectionery/i, 'Sweets'],
  [/biscuits/i, 'Biscuits', ['#d9a766', '#e6c48f', '#c9925a']],
  [/cotton/i, 'Cotton Wool', whites],
  [/bath salts/i, 'Bath Salts', ['#b9d3d6', '#fbf7f0', '#d9c4dd']],
  [/marmalade/i, 'Marmalade', ['#e08a4a', '#e2a03c', '#d9793c']],
  [/cafe|coffee/i, 'Coffee', browns],
  [/bon ?bons?/i, 'Bonbons'],
  [/perfume/i, 'Perfume'],
  [/tonic/i, 'Tonic'],
  [/elixir/i, 'Elixir'],
  [/lavender/i, 'Lavender'],
]

/** What a jar is full of: round sweets in rows up to `top`. */
function sweets(b: Brush, left: number, right: number, top: number, colours: readonly string[]): string {
  let svg = ''
  let step = 0
  for (let y = 398; y > top; y -= 34) {
    for (let x = left + (step % 2 === 0 ? 20 : 36); x < right - 14; x += 36) {
      svg += b.plain(oval(x, y, 18), colours[(step * 3 + Math.round(x / 36)) % colours.length] ?? glass)
    }
    step += 1
  }
  return svg
}

function storageJar(b: Brush): string {
  const { title, motif } = b.item
  const { paper, body, deep } = b.palette
  const [, word = '', colours = ['#c4574c', '#e2b75c', '#86a57b', '#d98f99', '#6f96b5']] = contents.find(([words]) =>
    words.test(title)) ?? []
  const label = (cy: number, w: number): string =>
    (word === '' && motif === undefined ? '' : b.plain(box(200 - w / 2, cy - 42, w, 84, 6), paper) +
    (word === '' ? b.emblem(200, cy, 68, paper) : b.words(word, 200, cy, w - 18, 62)))
  if (/measuring/i.test(title)) return b.flat('M104 130h192l-12 272q-2 23-25 23H141q-23 0-25-23z', glass) +
    b.plain(oval(200, 130, 96, 16), '#eef4f1') +
    b.line([180, 224, 268, 312, 356].map((y, step) =>
    `M${200 - 24 - (step % 2) * 16} ${y}h${48 + (step % 2) * 32}`).join(''), 2.5)
  if (/bottle|apothecary|flask/i.test(title)) {
    const tint = b.item.colour === undefined ? '#b9cfc4' : body
    return b.flat(oval(200, 104, 30, 28), tint) + b.flat(box(184, 126, 32, 22, 3), deep) +
      b.flat('M168 146h64v58c44 14 72 42 72 86v104q0 31-31 31H127q-31 0-31-31V290c0-44 28-72 72-86z', tint) +
      b.flat(box(158, 142, 84, 16, 7), tint) +
      b.patch('M116 290c0-30 16-48 36-58l6 6c-18 12-26 30-26 56v90h-16z', '#ffffff', 0.5) + label(334, 150)
  }
  if (/ceramic top/i.test(title)) {
    return b.flat('M98 186H302v206q0 33-33 33H131q-33 0-33-33z', glass) + b.patch('M116 210h14v186h-14z', '#ffffff', 0.6) +
      b.flat('M86 190c0-72 228-72 228 0z', '#f6efe2') + b.flat(oval(200, 122, 24, 20), '#f6efe2') +
      b.flat(box(80, 182, 240, 18, 8), '#f6efe2') + b.line('M110 270q90 16 180 0', 1)
  }
  const pot = /utensil|pot with lid|sugar jars/i.test(title)
  if (pot) return b.body(box(96, 190, 208, 235, 18)) + b.flat(box(86, 164, 228, 34, 10), wood) +
    b.flat(oval(200, 148, 26, 18), wood) + b.plain(box(130, 264, 140, 84, 8), paper) +
    (b.emblem(200, 306, 70, paper) || b.words(/sugar/i.test(title) ? 'Sugar' : 'Kitchen', 200, 306, 118, 56))
  return (
    b.flat('M112 176H288c24 18 34 40 34 74v142q0 33-33 33H111q-33 0-33-33V250c0-34 10-56 34-74z', glass) +
    sweets(b, 82, 318, 250, colours) +
    label(330, 150) + b.flat(box(104, 146, 192, 34, 8), b.item.colour === undefined ? '#bcc3c6' : body) +
    b.flat(oval(200, 124, 28, 24), glass)
  )
}

/** A pot of jam, its lid in `lid`, the foot at (`x`, 425); `k` is its size. */
function jam(b: Brush, x: number, k: number, lid: string, fruit: string): string {
  const { paper } = b.palette
  return (
    `<g transform="translate(${x} 425) scale(${k})">` +
    b.flat('M-78-226H78c22 14 30 32 30 60v134q0 32-32 32H-76q-32 0-32-32v-134c0-28 8-46 30-60z', glass) +
    b.patch('M-100-160c30 14 70-8 100 0s70 14 100-2v130q0 24-24 24H-76q-24 0-24-24z', fruit) +
    b.plain(box(-62, -122, 124, 84, 6), paper) + b.words('Jam', 0, -80, 90, 62) +
    b.flat(box(-90, -272, 180, 48, 10), lid) +
    b.line('M-70-266v36M-46-266v36M-22-266v36M2-266v36M26-266v36M50-266v36M74-266v36', 1) +
    '</g>'
  )
}

function jamJar(b: Brush): string {
  return jam(b, 200, 1.12, b.item.colour === undefined ? '#c23b33' : b.palette.body, '#b8515c')
}

function jamMakingSet(b: Brush): string {
  const { paper, trim } = b.palette
  return jam(b, 134, 0.82, trim, '#b8515c') + jam(b, 276, 0.62, '#86a57b', '#e08a4a') +
    b.plain(box(206, 150, 130, 84, 5), paper) + b.words('Plum Damson', 271, 192, 106, 60) + b.plain(oval(220, 164, 5), trim) +
    b.line('M216 164C196 150 176 168 168 196', 2)
}

function milkBottles(b: Brush): string {
  const bottle = (x: number, y: number): string =>
    b.flat(`M${x - 20} ${y - 216}h40v50c18 16 22 34 22 60v90q0 16-16 16h-52q-16 0-16-16v-90c0-26 4-44 22-60z`, '#fbf7f0') +
      b.plain(box(x - 24, y - 232, 48, 20, 6), b.item.setSize === undefined ? glass : '#c23b33') +
      b.line(`M${x - 28} ${y - 96}v70`, 2)
  if (b.item.setSize === undefined) return `<g transform="translate(-120 -255) scale(1.6)">${bottle(200, 425)}</g>`
  return [104, 200, 296].map(x => bottle(x, 366)).join('') + [104, 200, 296].map(x => bottle(x, 400)).join('') +
    b.flat(box(46, 300, 308, 125, 4), wood) + b.line('M46 342h308M46 384h308M58 300v125M342 300v125', 2)
}

function butterDish(b: Brush): string {
  const { title } = b.item
  const { pale, trim, deep } = b.palette
  if (/food cover|raffia|crochet|beads|cake cover/i.test(title)) {
    return b.body('M56 400c0-140 60-214 144-214s144 74 144 214z') +
      b.line('M200 188v212M200 188C140 230 116 300 116 400M200 188c60 42 84 112 84 212M70 320q130 34 260 0M104 252q96 26 192 0', 1.2) +
      b.flat(box(44, 392, 312, 33, 14), trim) + b.plain(oval(200, 176, 16), trim) + b.emblem(128, 366, 54) +
      b.emblem(272, 366, 54)
  }
  if (/cloche|bell jar/i.test(title)) {
    return b.flat('M92 396V232c0-70 40-116 108-116s108 46 108 116v164z', glass) +
      b.plain('M132 392c0-40 30-66 68-66s68 26 68 66z', '#d9a766') +
      b.plain('M132 366c20-66 116-66 136 0c-30 18-106 18-136 0z', '#fbf3e2') + b.plain(oval(200, 308, 12), '#c23b33') +
      b.patch('M112 236c2-40 16-68 42-86l10 8c-24 18-34 44-36 80v150h-16z', '#ffffff', 0.55) + b.flat(oval(200, 102, 17), glass) +
      b.flat(box(66, 392, 268, 33, 8), wood)
  }
  if (/cheese/i.test(title)) {
    return b.flat('M84 396V296c0-76 50-120 116-120s116 44 116 120v100z', glass) +
      b.plain(poly(128, 392, 128, 340, 268, 300, 268, 392), '#f0cf6f') + b.plain(oval(168, 366, 12), '#dcae4f') +
      b.plain(oval(226, 350, 15), '#dcae4f') + b.emblem(200, 250, 70, glass) + b.flat(oval(200, 164, 20, 16), glass) +
      b.flat(box(56, 392, 288, 33, 12), glass)
  }
  const heartKnob = b.item.motif === 'Hearts' ? b.plain(heart(200, 232, 40), trim) : b.flat(oval(200, 238, 24, 18), trim)
  return (
    heartKnob + b.body('M84 390V292q0-38 38-38h156q38 0 38 38v98z') +
    (/glass/i.test(title) ? b.plain(box(118, 318, 164, 68, 4), '#f3dc8a') + b.line('M160 318v68M200 318v68M240 318v68', 1) : '') +
    b.flat('M44 384h312q-6 41-50 41H94q-44 0-50-41z', b.item.motif === undefined ? pale : trim) +
    b.line('M60 400q140 8 280 0', 1) + b.patch('M44 384h312v3H44z', deep)
  )
}
