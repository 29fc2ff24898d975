import type { Brush } from '../Brush.ts'
import { box, heart, leaf, oval, petals, scallop } from '../shapes.ts'
import type { Silhouettes } from './Silhouette.ts'

/** What grows, and what it grows in. */
export const flowers: Silhouettes = {
  birdcage,
  planter,
  seeds,
  'artificial flower': artificialFlower,
  vase,
}

const green = '#6f9468'
const soil = '#6a4a38'

function plant(b: Brush, x: number, y: number, colour: string): string {
  return (
    b.line(`M${x} ${y}V${y - 70}`, 4) + b.plain(leaf(x, y - 8, 44, -34), green) + b.plain(leaf(x, y - 14, -44, -30), green) +
    b.flat(petals(x, y - 92, 17, 13, 6), colour) + b.plain(oval(x, y - 92, 10), '#e2b75c')
  )
}

function birdcage(b: Brush): string {
  const bars = [120, 147, 174, 200, 226, 253, 280].map(x => `M${x} 390V210Q${x} 130 200 120`).join('')
  return (
    b.line('M200 112V90', 4) + b.cord(oval(200, 82, 10), b.palette.body, 5) + plant(b, 168, 388, '#dd8791') +
    plant(b, 230, 388, '#e7b7a0') + b.cord('M96 390V230C96 150 150 118 200 118s104 32 104 112v160', b.palette.body, 9) +
    b.line(bars, 3) + b.cord('M98 256H302', b.palette.body, 7) + b.body(box(76, 384, 248, 41, 8))
  )
}

function planter(b: Brush): string {
  const { trim, deep } = b.palette
  const title = b.item.title
  if (/ladder/i.test(title)) {
    return (
      b.cord('M110 420L170 90M290 420L230 90', b.palette.body, 14) +
      [176, 274, 372].map((y, at) => b.flat(box(126 - at * 22, y, 148 + at * 44, 14, 3), b.palette.body) + [-1, 1].map(side => b.flat(`M${200 + side * (32 + at * 10) - 22} ${y - 40}h44l-6 40h-32z`, '#c97f58') + b.plain(petals(200 + side * (32 + at * 10), y - 52, 13, 10, 6), at % 2 ? '#dd8791' : '#6f96b5') + b.plain(oval(200 + side * (32 + at * 10), y - 52, 8), '#e2b75c')).join('')).join('')
    )
  }
  if (/herb|container|window|planters?$|set of/i.test(title) && !/wall/i.test(title)) {
    return (
      plant(b, 110, 300, '#dd8791') + plant(b, 200, 300, '#e2b75c') + plant(b, 290, 300, '#9a7fb5') +
      b.flat('M46 290h308l-12 20H58z', soil) + b.body('M46 300h308l-26 113q-3 12-16 12H88q-13 0-16-12z') +
      b.flat(box(38, 288, 324, 26, 6), deep) +
      (/herb/i.test(title) ? b.plain(box(152, 336, 96, 56, 5), b.palette.paper) + b.words('Herbs', 200, 364, 80, 46) : '')
    )
  }
  if (/wall|lattice|hanging/i.test(title)) {
    return (
      b.line('M200 250V110', 3) + b.cord('M96 300C96 160 130 120 200 112C270 120 304 160 304 300', b.palette.body, 8) +
      plant(b, 150, 300, '#dd8791') + plant(b, 250, 300, '#9a7fb5') + plant(b, 200, 292, '#e2b75c') +
      b.plain(oval(200, 106, 9), '#d4ab55') + b.body('M72 296h256c0 70-50 120-128 129c-78-9-128-59-128-129z') +
      b.flat(box(62, 286, 276, 24, 6), deep) + (b.item.motif === undefined ? b.plain(heart(200, 358, 62), trim) : '')
    )
  }
  return (
    plant(b, 150, 272, '#dd8791') + plant(b, 252, 272, '#e2b75c') + plant(b, 200, 250, '#c4574c') +
    b.body('M96 280h208l-26 145H122z') + b.flat(box(82, 250, 236, 44, 5), b.palette.body) + b.print(box(82, 250, 236, 44)) +
    (b.item.motif === undefined ? b.plain(heart(200, 352, 64), trim) : '')
  )
}

function seeds(b: Brush): string {
  const { trim, deep, paper } = b.palette
  const title = b.item.title
  if (/twine/i.test(title)) {
    return (
      b.flat(oval(200, 240, 122, 34), '#d9b384') + b.body('M78 240v140c0 60 244 60 244 0V240c0 46-244 46-244 0z') +
      b.line('M78 270q122 60 244 0M78 300q122 60 244 0M78 330q122 60 244 0M78 360q122 60 244 0M90 250q60 120 210 140M310 250q-60 120-210 140', 1.5) +
      b.plain(oval(200, 240, 40, 12), deep) + b.cord('M224 240C260 120 320 180 300 100', '#d9b384', 6)
    )
  }
  if (/can\b|tin\b/i.test(title)) {
    return (
      plant(b, 200, 250, '#e2b75c') + b.body('M110 250v140c0 46 180 46 180 0V250z') +
      b.flat(oval(200, 250, 90, 24), '#bcc3c6') + b.plain(oval(200, 250, 74, 17), soil) +
      b.plain(box(130, 300, 140, 76, 4), paper) + b.words('Grow me', 200, 338, 120, 60)
    )
  }
  const packet = (x: number, turn: number, colour: string, at: number): string => `<g transform="rotate(${turn} ${x + 60} 420)">${b.flat(box(x, 150, 130, 275, 3), colour)}${b.plain(box(x, 150, 130, 26), paper)}${b.plain(box(x + 14, 192, 102, 160, 4), paper)}${b.line(`M${x + 65} 340v-60`, 3)}${b.plain(leaf(x + 65, 334, 36, -26), green)}${b.plain(leaf(x + 65, 326, -36, -26), green)}${b.flat(petals(x + 65, 252, 24, 17, 6), at ? '#dd8791' : '#c4574c')}${b.plain(oval(x + 65, 252, 15), '#e2b75c')}${b.line(`M${x + 28} 376h74M${x + 28} 392h50`)}</g>`
  return packet(56, -8, trim, 1) + packet(214, 10, deep, 1) + packet(135, 0, b.palette.body, 0)
}

function artificialFlower(b: Brush): string {
  const { body, deep, pale } = b.palette
  const title = b.item.title
  const stem = b.cord('M200 420C196 340 206 280 200 220', '#5f8358', 8) + b.flat(leaf(200, 400, 96, -80, 0.4), green) + b.flat(leaf(200, 360, -96, -76, 0.4), green)
  if (/lavender|foxglove|delphinium|stock|lupin|hyacinth|heather/i.test(title)) {
    return (
      stem + b.cord('M200 300V110', '#5f8358', 6) +
      Array.from({ length: 8 }, (_, row) => [-1, 1].map(side => b.flat(oval(200 + side * (12 + row * 4), 104 + row * 26, 15 + row * 2.4, 13 + row), row % 2 ? body : pale)).join('')).join('') +
      b.flat(oval(200, 86, 11, 14), pale)
    )
  }
  if (/hydrangea|allium|candytuft|ball|chrysanth|dahlia|carnation/i.test(title)) {
    return (
      stem + b.flat(scallop(200, 190, 110, 100, 13), body) +
      [[200, 190], [146, 176], [254, 176], [170, 232], [232, 232], [172, 132], [230, 132]].map(([x = 0, y = 0]) => b.plain(petals(x, y, 13, 11, 5), pale) + b.plain(oval(x, y, 6), '#e2b75c')).join('')
    )
  }
  if (/rose|peony|ranunculus|camellia/i.test(title)) {
    return (
      stem + b.flat(scallop(200, 180, 106, 100, 8), body) + b.flat(scallop(198, 178, 68, 64, 7), deep) +
      b.flat(scallop(197, 177, 42, 38, 6), body) + b.line('M176 172c0-26 44-26 44 0c0 20-30 20-30 2c0-10 14-10 16 0', 2.5)
    )
  }
  return (
    stem + b.flat(petals(200, 178, 66, 42, 7), body) + b.flat(oval(200, 178, 44), '#e2b75c') +
    b.patch(oval(188, 170, 4) + oval(208, 168, 4) + oval(198, 186, 4) + oval(216, 186, 4), deep)
  )
}

function vase(b: Brush): string {
  const { trim } = b.palette
  return (
    plant(b, 150, 240, '#dd8791') + plant(b, 250, 240, '#e2b75c') + plant(b, 200, 216, '#c4574c') +
    b.body('M152 220h96c-4 40 66 70 66 130c0 46-30 75-70 75h-88c-40 0-70-29-70-75c0-60 70-90 66-130z') +
    b.flat(box(140, 208, 120, 22, 9), trim) +
    (b.item.motif === undefined ? b.line('M116 320q84 30 168 0M106 352q94 34 188 0', 1.5) : '')
  )
}
