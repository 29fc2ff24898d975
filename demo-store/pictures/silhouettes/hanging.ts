import type { Brush } from '../Brush.ts'
import { box, heart, leaf, oval, poly, scallop, star } from '../shapes.ts'
import type { Silhouettes } from './Silhouette.ts'

/** What is hung up or set on a sill, at Christmas, at Easter and in between. */
export const hanging: Silhouettes = {
  'hanging heart': hangingHeart,
  'hanging star': hangingStar,
  'hanging decoration': hangingDecoration,
  'painted egg': paintedEgg,
  ornament,
}

const gold = '#d9b45a'

/** A little bell hung at (`x`, `y`). */
function bell(b: Brush, x: number, y: number): string {
  return b.plain(oval(x, y + 40, 7), gold) + b.flat(`M${x - 26} ${y + 38}c12-8 4-42 26-42s14 34 26 42z`, gold)
}

function bow(b: Brush, x: number, y: number, hue: string): string {
  return b.plain(`M${x} ${y}c-30-30-58-26-54 0c-4 26 24 30 54 0c30-30 58-26 54 0c4 26-24 30-54 0z`, hue) +
    b.plain(oval(x, y, 9), hue)
}

function hangingHeart(b: Brush): string {
  const { title, setSize } = b.item
  const { body, trim } = b.palette
  const one = (x: number, y: number, width: number): string => b.line(`M${x} 70V${y - width * 0.26}`, 2) +
    b.body(heart(x, y, width))
  if ((setSize ?? 1) > 1 || /\b3 hearts\b|hearts\b/i.test(title)) return one(110, 200, 116) + one(288, 240, 124) +
    one(190, 346, 138)
  if (/filigree|dove|wire|antique/i.test(title)) {
    return b.line('M200 70v100', 2) + b.cord(heart(200, 276, 276), body, 13) +
      b.cord('M200 380C160 330 110 300 122 250c10-30 54-20 48 12c-4 20-30 16-28-2M200 380c40-50 90-80 78-130c-10-30-54-20-48 12c4 20 30 16 28-2M200 380V250', body, 6) +
      (/dove/i.test(title) ? b.flat('M156 244c10-14 26-16 38-6c14-18 36-26 60-24c-10 18-20 24-30 28c0 18-16 30-36 26l-18 16 2-24c-10-2-14-8-16-16z', body)
      : '')
  }
  const bells = /bell|jingle/i.test(title) ? bell(b, 200, 376) : ''
  return b.line('M200 70V180', 2) + bow(b, 200, 132, trim) +
    (bells === '' ? b.body(heart(200, 292, 276)) +
    (b.item.motif === undefined || b.item.motif === 'Hearts' ? '' : b.line(heart(200, 290, 246), 1.2))
    : b.body(heart(200, 266, 240)) + bells) +
    (/pearl|bead|button/i.test(title)
    ? [130, 165, 200, 235, 270].map((x, i) => b.plain(oval(x, 268 + Math.abs(2 - i) * -8 + 20, 10), '#fbf7f0')).join('') : '')
}

function hangingStar(b: Brush): string {
  const { title, setSize } = b.item
  const { trim } = b.palette
  if (/snowflake/i.test(title)) {
    const arms = [0, 60, 120, 180, 240, 300].map(a =>
      `<g transform="rotate(${a} 200 272)">${b.cord('M200 272V130M200 170l-26-22M200 170l26-22M200 212l-32-26M200 212l32-26', b.item.colour === undefined ? '#fbf7f0' : b.palette.body, 8)}</g>`).join('')
    return b.line('M200 70v60', 2) + arms + b.flat(scallop(200, 272, 26, 26, 6), trim)
  }
  const one = (x: number, y: number, r: number): string => b.line(`M${x} 70V${y - r}`, 2) + b.body(star(x, y, r, r * 0.48))
  if ((setSize ?? 1) > 1 || /stars\b|decorations/i.test(title)) return one(112, 204, 76) + one(292, 236, 70) + one(196, 344, 82)
  const bells = /bell|jingle|musical/i.test(title)
  const leafHue = b.item.colour === undefined ? '#a8ad9f' : b.palette.pale
  if (/laurel/i.test(title)) return one(200, 268, 96) +
    [...Array(14).keys()].map(i =>
    `<g transform="rotate(${Math.round((i / 14) * 360)} 200 268)">${b.plain(leaf(200, 136, 46, -12, 0.35), leafHue)}${b.plain(leaf(200, 140, 44, 16, 0.35), leafHue)}</g>`).join('')
  return one(200, bells ? 252 : 276, bells ? 134 : 150) + bow(b, 200, 116, trim) +
    (bells ? b.line('M200 330v46', 2) + bell(b, 200, 376) : b.plain(oval(200, 276, 15), trim))
}

function bird(b: Brush, hue: string): string {
  return b.flat('M64 250l46 4c-2-60 44-96 96-82c24-36 66-38 84-4l46 16-40 18c2 82-54 134-128 134c-44 0-66-30-72-58z', hue) +
    b.print('M110 254c-2-60 44-96 96-82c24-36 66-38 84-4l6 34c2 82-54 134-128 134c-44 0-66-30-72-58z') +
    b.plain(poly(292, 174, 340, 186, 294, 202), '#e2a03c') +
    b.flat('M136 244c30-24 78-22 98 14c-30 40-84 36-98-14z', b.palette.trim) + b.plain(oval(258, 176, 7), '#37322e')
}

function hangingDecoration(b: Brush): string {
  const { title, motif } = b.item
  const { body, trim, deep } = b.palette
  const thread = b.line('M200 70V150', 2)
  const metal = /silver/i.test(title) ? '#c9cdd0' : gold
  if (/lovebird|bird|swallow|dove|robin|\bhen\b|chick|duck/i.test(title)) return b.line('M206 70V160', 2) +
    bow(b, 206, 104, trim) + bird(b, body)
  if (/owl/i.test(title)) return [104, 200, 296].map((x, i) => b.line(`M${x} 70V${230 - (i % 2) * 60}`, 2) +
    `<g transform="translate(${x} ${290 - (i % 2) * 60}) scale(1.04)">${b.flat('M-34-60c10 8 20 8 34 6c14 2 24 2 34-6c8 14 6 38 6 56c0 40-16 62-40 62s-40-22-40-62c0-18-2-42 6-56z', ['#d98f99', '#8fb3cb', '#e2b75c'][i] ?? body)}${b.plain(oval(-15, -24, 14), '#fbf7f0')}${b.plain(oval(15, -24, 14), '#fbf7f0')}${b.line('M-15-24h.1M15-24h.1', 8)}${b.plain(poly(-6, -12, 6, -12, 0, 2), '#e2a03c')}${b.line('M-16 16l8 7 8-7 8 7 8-7M-8 32l8 7 8-7')}</g>`).join('')
  if (/stocking/i.test(title)) return thread +
    b.body('M150 176h96v120c0 20 44 28 60 46c18 22 6 66-28 66h-66c-42 0-62-26-62-62z') +
    b.flat(box(138, 140, 120, 52, 12), '#fbf3e2') + b.emblem(198, 166, 44, '#fbf3e2')
  if (/sleigh/i.test(title)) return b.line('M160 70V210M160 70', 2) +
    b.body('M70 196c-6-40 40-46 42-14c2 40 20 60 60 60h90c40 0 56-30 56-74c30 0 34 30 26 66c-12 60-30 94-74 94H130c-40 0-54-60-60-132z') +
    b.cord('M70 388H300c34 0 50-14 50-34M130 330v52M270 330v52', deep, 9) + b.flat(box(186, 176, 58, 66, 4), '#c4574c') +
    b.plain(box(210, 176, 10, 66), gold)
  if (/bells?\b/i.test(title) && !/tree|heart|star/i.test(title)) return thread + bow(b, 200, 138, '#c4574c') +
    `<g transform="translate(-180 -100) scale(1.9)">${b.flat(oval(166, 254, 9), metal)}${b.flat(oval(238, 254, 9), metal)}${b.flat('M126 248c20-14 8-104 42-104c22 0 34 90 52 104z', metal)}${b.flat('M186 248c20-14 8-104 34-104c34 0 30 90 50 104z', metal)}</g>`
  if (/angel/i.test(title)) return b.line('M200 70v36', 2) +
    b.flat('M160 214C90 150 50 200 80 262c26 26 60 20 96-10zM240 214c70-64 110-14 80 48c-26 26-60 20-96-10z', '#fbf7f0') +
    b.body('M200 200c40 0 58 90 84 200q-84 34-168 0c26-110 44-200 84-200z') + b.flat(oval(200, 164, 38), '#f3cfae') +
    b.flat('M160 160c0-54 80-54 80 0c-20-16-60-16-80 0z', '#8d6748') +
    b.cord('M168 112a32 9 0 1 1 64 0a32 9 0 1 1-64 0', gold, 5) + b.line('M188 166h.1M212 166h.1', 5) +
    b.line('M192 180q8 6 16 0', 2) + b.plain(heart(200, 292, 44), '#c23b33')
  if (/cake/i.test(title)) return thread + b.flat('M122 282h156l-24 130H146z', '#8fc0bd') +
    b.line('M150 286l12 122M175 288l7 122M200 288v122M225 288l-7 122M250 286l-12 122', 1.3) +
    b.body('M96 286c-24-44 14-72 38-70c6-50 28-70 66-70s60 20 66 70c24-2 62 26 38 70c-66 22-142 22-208 0z') +
    b.flat(oval(200, 142, 20), '#c23b33')
  if (/disco|mirror/i.test(title)) return b.line('M200 70v70', 3) + b.flat(oval(200, 284, 140), '#c9cdd0') +
    b.line('M66 244q134 40 268 0M62 300q138 40 276 0M88 364q112 30 224 0M104 190q96 30 192 0M200 144v280M200 144C120 200 120 370 200 424M200 144c80 56 80 226 0 280M200 144C60 200 60 370 200 424M200 144c140 56 140 226 0 280') +
    b.plain(star(268, 196, 26, 6, 4), '#fbf7f0') + b.plain(star(130, 318, 20, 5, 4), '#fbf7f0')
  if (/butterfl/i.test(title)) return [[130, 190, 0.9], [262, 262, 1.1], [140, 356, 0.9]].map(([x = 0, y = 0, k = 1]) =>
    b.line(`M${x} 70V${y - 20}`, 1.5) +
    `<g transform="translate(${x} ${y}) scale(${k})">${b.body('M0 0C-20-58-84-58-78-12c4 18 22 22 38 22c-26 14-30 50-4 52c24 2 36-22 44-42c8 20 20 44 44 42c26-2 22-38-4-52c16 0 34-4 38-22C84-58 20-58 0 0z')}${b.flat(box(-5, -20, 10, 66, 5), deep)}${b.line('M-2-18c-4-18-14-24-20-26M2-18c4-18 14-24 20-26')}</g>`).join('')
  if (/stick|pole/i.test(title)) return b.cord('M200 250V421', '#c9996a', 9) +
    (b.emblem(200, 190, 210) || b.body(star(200, 190, 104)))
  if (/daisy|flower/i.test(title) || motif === 'Daisy' || motif === 'Flowers') return thread +
    [0, 1, 2, 3, 4, 5, 6, 7].map(i =>
    b.flat(oval(Math.round(200 +
    84 * Math.sin((i * Math.PI) / 4)), Math.round(276 - 84 * Math.cos((i * Math.PI) / 4)), 48), b.item.colour === undefined
    ? '#fbf7f0' : body)).join('') + b.flat(oval(200, 276, 48), '#e2b75c')
  if (/tree/i.test(title) && motif === 'Christmas' && b.item.colour === undefined) return thread +
    b.flat(box(184, 372, 32, 44, 4), '#c9996a') +
    b.flat('M200 130L256 220H232L286 300H258L318 380H82L142 300H114L168 220H144z', '#4f7a58')
  const small = b.emblem(200, 290, 132, b.palette.paper)
  return thread + b.flat(box(186, 138, 28, 22, 4), gold) +
    (small === '' ? b.body('M200 156c44 20 76 64 76 122c0 70-40 110-76 130c-36-20-76-60-76-130c0-58 32-102 76-122z') +
    b.line('M134 240q66 34 132 0M126 296q74 38 148 0', 1.4) : b.body(oval(200, 290, 132)) +
    b.plain(oval(200, 290, 94), b.palette.paper) + small)
}

function paintedEgg(b: Brush): string {
  const { title, setSize, motif } = b.item
  const { trim, body } = b.palette
  const egg = (x: number, y: number, k: number): string =>
    `<g transform="translate(${x} ${y}) scale(${k})">${b.body('M0-150c60 0 104 92 104 160c0 66-44 110-104 110S-104 76-104 10c0-68 44-160 104-160z')}${motif === undefined ? b.plain('M-102-10l29 20 29-20 29 20 30-20 29 20 29-20 29 20v26l-29-20-29 20-29-20-30 20-29-20-29 20-29-20z', trim) : ''}</g>`
  if (/egg box/i.test(title)) return [110, 200, 290].map(x => egg(x, 300, 0.52)).join('') +
    b.flat('M52 320l22-14 34 30 40-30h16l36 30 36-30h16l40 30 34-30 22 14-14 105H66z', '#b9b2a4')
  if (/egg house|rattle/i.test(title) || (setSize ?? 1) > 1) return egg(120, 342, 0.66) + egg(284, 342, 0.66) +
    `<g transform="translate(0 6)">${egg(202, 316, 0.84)}</g>`
  if (/post|sign/i.test(title)) return b.flat(box(188, 200, 24, 225), '#c9996a') + b.body('M60 130h230l50 52-50 52H60z') +
    b.words('Egg Hunt', 176, 182, 190, 70) + b.emblem(270, 360, 70, body)
  return (/hanging/i.test(title) ? b.line('M200 70v50', 2) : '') + `<g transform="translate(0 6)">${egg(200, 282, 1.14)}</g>` +
    (/hanging/i.test(title) ? bow(b, 200, 120, trim) : '')
}

function ornament(b: Brush): string {
  const { title } = b.item
  const { body, trim, deep } = b.palette
  if (/pears?/i.test(title)) return b.cord('M204 130c0-24 6-36 16-46', '#7a5138', 8) +
    b.plain(leaf(206, 126, 70, -34, 0.4), '#6f9468') +
    b.flat('M204 124c44 0 48 50 56 94c8 40 50 64 50 118c0 60-48 89-106 89S98 396 98 336c0-54 42-78 50-118c8-44 12-94 56-94z', '#a9b95c') +
    b.patch('M140 330c0-30 18-46 30-62l10 8c-12 18-22 30-22 54z', '#ffffff', 0.5)
  if (/toadstool|mushroom/i.test(title)) return b.flat('M158 292h84c0 52 8 94 28 133H130c20-39 28-81 28-133z', '#f4e8cd') +
    b.flat('M58 300c0-112 58-184 142-184s142 72 142 184q-142 34-284 0z', /camphor|wood/i.test(title) ? '#c9996a' : '#c23b33') +
    [[128, 228, 22], [206, 176, 26], [276, 242, 20], [196, 268, 18], [92, 282, 12]].map(([x = 0, y = 0, r = 0]) =>
    b.plain(oval(x, y, r), '#fbf7f0')).join('')
  if (/rabbit|bunn/i.test(title)) return b.body('M120 190C70 66 132 40 152 168h10C178 40 236 66 190 190c18 16 26 34 24 56c60 14 106 60 110 116c2 34-14 50-46 50H120c-40 0-50-30-44-64c6-36 16-52 24-78c-14-34-8-60 20-80z') +
    b.flat(oval(326, 386, 25), '#fbf7f0') + b.plain(oval(126, 226, 6), '#37322e') +
    b.plain(poly(82, 246, 98, 242, 94, 256), '#dd8791') + b.line('M214 330c40-6 66 24 62 70', 2) +
    b.flat(box(86, 400, 190, 25, 8), '#c9996a') + bow(b, 150, 284, trim)
  if (/reindeer/i.test(title)) return b.cord('M150 130c-50-8-62-30-58-56M114 116l-30 4M186 130c50-8 62-30 58-56M222 116l30 4', '#8d6748', 7) +
    b.flat('M128 150c0-34 80-34 80 0l-8 70c60 10 120 20 124 92v113h-34v-72H170v72h-34V290c-8-30-22-50-8-140z', b.item.colour === undefined
    ? '#fbf7f0' : body) + b.plain(oval(166, 214, 15, 12), '#c23b33') + b.line('M148 170h.1M186 170h.1', 7)
  if (/tree/i.test(title)) return [[128, 0.8], [262, 1.1]].map(([x = 0, k = 1]) =>
    `<g transform="translate(${x} 425) scale(${k})">${b.flat(box(-14, -30, 28, 30), '#8d6748')}${b.flat('M0-280L50-190H30L76-110H46L96-28H-96L-46-110H-76L-30-190H-50z', '#fbf7f0')}${b.plain(star(0, -284, 20), gold)}${[[-16, -180], [20, -150], [-30, -90], [30, -70], [-10, -56]].map(([dx = 0, dy = 0]) => b.plain(oval(dx, dy, 9), '#c4574c')).join('')}</g>`).join('')
  if (/dolphin/i.test(title)) return b.flat('M58 392c70-30 180-30 284 0q-6 33-40 33H98q-34 0-40-33z', '#a9c9c4') +
    b.flat('M70 250c20-14 30-22 44-44c26-60 92-92 158-72l14-34c22 10 30 30 28 52c34 40 30 108-2 152l34 22c-14 14-34 18-54 12l-22 40c-10-18-10-36-2-52c22-44 14-84-24-96c-30-8-54 2-76 16l-30 30c-6-10-6-20-4-30c-24 6-46 12-64 4z', '#8fb3cb') +
    b.line('M132 204h.1', 9) + b.line('M78 248q26 4 48-8', 2)
  if (/light ?bulb/i.test(title)) return b.flat('M158 330h84v60q0 35-42 35t-42-35z', '#c9cdd0') +
    b.line('M158 350h84M158 372h84') +
    b.body('M200 90c76 0 122 52 122 116c0 60-56 84-76 128h-92c-20-44-76-68-76-128c0-64 46-116 122-116z') +
    ['#c4574c', '#e2b75c', '#86a57b', '#6f96b5'].map((hue, i) =>
    b.cord(`M${112 + i * 15} ${250}a${88 - i * 15} ${92 - i * 16} 0 0 1 ${176 - i * 30} 0`, hue, 9)).join('')
  if (/rose/i.test(title)) return b.flat(scallop(200, 280, 136, 128, 8), b.item.colour === undefined ? '#f0c9c9' : body) +
    b.flat(scallop(200, 276, 88, 84, 6), '#e7a0aa') + b.flat(oval(200, 274, 44), '#dd8791') +
    b.line('M176 274a24 24 0 1 1 24 24a14 14 0 1 1 0-28') + b.plain(leaf(90, 380, -40, 30, 0.5), '#6f9468') +
    b.plain(leaf(310, 380, 40, 30, 0.5), '#6f9468')
  if (/cat\b/i.test(title)) return b.cord('M286 398c60-20 50-110 8-112', body, 17) +
    b.body('M120 110l40 44h56l40-44c14 60 8 100-20 124c46 30 66 100 60 191H92c-6-91 14-161 48-191c-28-24-34-64-20-124z') +
    b.plain(oval(164, 196, 8), '#37322e') + b.plain(oval(212, 196, 8), '#37322e') +
    b.plain(poly(180, 212, 196, 212, 188, 222), '#dd8791') + b.line('M140 216l-40-6M140 224l-38 8M236 216l40-6M236 224l38 8')
  const stand = b.flat(box(110, 400, 180, 25, 8), '#c9996a')
  const drawn = b.emblem(200, 268, 262, deep)
  return stand + (drawn === '' ? b.body(heart(200, 282, 240)) + b.plain(oval(200, 268, 20), trim)
    : b.cord('M200 380v20', '#c9996a', 8) + drawn)
}
