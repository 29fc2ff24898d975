import type { Brush } from '../Brush.ts'
import { box, heart, oval, poly, scallop, star } from '../shapes.ts'
import type { Silhouettes } from './Silhouette.ts'

/** Light that comes out of a wall. */
export const lights: Silhouettes = {
  'string lights': stringLights,
  lampshade,
  'night light': nightLight,
}

const glow = '#fdf0b5'

/** What hangs from the wire, drawn downwards from (0, 0). */
function bulb(b: Brush, index: number): string {
  const { title, motif } = b.item
  const { body } = b.palette
  const hues = ['#c4574c', '#e2b75c', '#86a57b', '#6f96b5', '#d98f99']
  const cap = b.plain(box(-8, -4, 16, 14, 3), '#4f6a52')
  if (/chilli/i.test(title)) return b.flat('M-16 12c10-8 24-8 32 0c8 26-4 60-40 82c10-22 4-56 8-82z', '#c23b33') +
    b.plain('M-16 14c2-14 30-14 32 0c-8 6-24 6-32 0z', '#6f9468') + b.line('M0 4c0-6 2-8 4-10', 4)
  if (/reindeer/i.test(title)) return b.cord('M-12 20c-14-6-18-16-16-28M12 20c14-6 18-16 16-28M-24 6l-10-4M24 6l10-4', '#8d6748', 3) +
    b.flat('M-20 34c0-24 40-24 40 0c0 30-8 50-20 50s-20-20-20-50z', '#b9794a') + b.plain(oval(0, 76, 9, 8), '#c23b33') +
    b.line('M-8 44h.1M8 44h.1', 5)
  if (/santa/i.test(title)) return b.flat(poly(-26, 40, 0, -6, 26, 40), '#c23b33') + b.plain(oval(0, 54, 24, 22), '#f3cfae') +
    b.flat('M-26 56q26 18 52 0c4 30-14 42-26 44c-12-2-30-14-26-44z', '#fbf7f0') + b.plain(box(-30, 34, 60, 13, 6), '#fbf7f0') +
    b.line('M-8 52h.1M8 52h.1', 4)
  if (/bauble|glass ball/i.test(title)) return cap + b.flat(oval(0, 44, 35), hues[index % 5] ?? body) +
    b.patch(oval(-12, 32, 8, 11), '#ffffff', 0.55)
  if (/dolly|doll/i.test(title)) return cap + b.flat('M0 34l26 60h-52z', hues[index % 5] ?? body) +
    b.plain(oval(0, 30, 21), '#f3cfae') + b.plain('M-22 32c-4-30 48-30 44 0c-10-12-34-12-44 0z', '#7a5138') +
    b.line('M-7 34h.1M7 34h.1', 4) + b.line('M-5 42q5 4 10 0', 1.5)
  if (/owl/i.test(title)) return `<g transform="translate(0 48) scale(.9)">${b.flat('M-34-40c10 8 20 8 34 6c14 2 24 2 34-6c6 10 4 24 4 36c0 26-16 42-38 42s-38-16-38-42c0-12-2-26 4-36z', hues[index % 5] ?? body)}${b.plain(oval(-15, -12, 14), glow)}${b.plain(oval(15, -12, 14), glow)}${b.line('M-15-12h.1M15-12h.1', 9)}${b.plain(poly(-6, 0, 6, 0, 0, 12), '#e2a03c')}</g>`
  if (motif !== undefined && motif !== 'Hearts' && motif !== 'Stars' && motif !== 'Christmas') return b.patch(oval(0, 44, 50), glow, 0.7) +
    b.emblem(0, 46, 84, glow)
  if (/star/i.test(title)) return cap + b.flat(star(0, 48, 42), glow)
  if (/heart/i.test(title)) return cap + b.flat(heart(0, 46, 70), b.item.colour === undefined ? '#c23b33' : body)
  return cap + b.flat('M-14 10h28c14 22 10 50-14 76c-24-26-28-54-14-76z', b.item.colour === undefined ? hues[index % 5] ?? glow
    : body)
}

function stringLights(b: Brush): string {
  const at = (x: number, y: number, index: number): string => `<g transform="translate(${x} ${y})">${bulb(b, index)}</g>`
  return (
    b.line('M40 110Q120 188 200 150T360 118', 3.5) + b.line('M40 270Q120 348 200 310T360 278', 3.5) +
    at(92, 150, 0) + at(200, 152, 1) + at(306, 122, 2) + at(92, 308, 3) + at(200, 312, 4) + at(306, 282, 5)
  )
}

function lampshade(b: Brush): string {
  const { title } = b.item
  const { body, deep, trim, paper } = b.palette
  if (/chandelier/i.test(title)) {
    const drops = (xs: readonly number[], y: number): string => xs.map(x => b.plain(`M${x} ${y}l8 16-8 12-8-12z`, trim)).join('')
    const arm = (x: number): string => b.flat(box(x - 8, 156, 16, 52, 2), '#fbf3e2') +
      b.plain(`M${x} 152c-10-8-4-18 0-26c4 8 10 18 0 26z`, '#f0a93f') + b.flat(`M${x - 18} 206h36l-8 14h-20z`, body)
    return b.line('M200 70v60', 3) +
      b.cord('M72 222c10 90 118 40 128 110c10-70 118-20 128-110M136 222c4 60 50 50 64 100c14-50 60-40 64-100M200 130V340', body, 8) +
      [72, 136, 264, 328].map(arm).join('') + drops([72, 104, 136, 168, 232, 264, 296, 328], 262) +
      b.flat(oval(200, 346, 20), body) + drops([200], 366)
  }
  if (/plasmatronic/i.test(title)) return b.flat(oval(200, 232, 132), '#4a4270') + b.plain(oval(200, 236, 22), '#e7a0dd') +
    b.cord('M200 216L176 150 190 120M216 226l58-34 30 6M186 250l-50 30-26-6M214 252l34 52 30 8M182 226l-50-20-24-40', '#d9b8f0', 2) +
    b.flat('M128 425q0-50 30-66h84q30 16 30 66z', '#37322e')
  if (/hanging|ribs|voile|bamboo/i.test(title) && !/table|floor/i.test(title)) {
    const ball = /bamboo|ribs/i.test(title)
    const ribs = ball ? [-0.75, -0.4, 0, 0.4, 0.75].map(k =>
      b.line(`M${200 + 130 * k * 0.5} ${k === 0 ? 162 : 166}Q${200 + 230 * k} 292 ${200 + 130 * k * 0.5} ${422}`)).join('') +
      b.line('M92 232q108 26 216 0M72 292q128 30 256 0M92 352q108 26 216 0') : ''
    return b.line('M200 70V160', 4) + b.flat(box(182, 132, 36, 32, 5), deep) +
      (ball ? b.body(oval(200, 293, 131)) + ribs : b.plain(oval(200, 390, 42, 34), glow) +
      b.body('M160 164h80c14 90 50 150 104 216H56c54-66 90-126 104-216z') + b.flat(box(50, 374, 300, 17, 8), trim))
  }
  const floor = /floor/i.test(title)
  const foot = /bauble|silver/i.test(title) ? b.flat(oval(200, 300, 44, 40), '#c9cdd0') +
    b.flat(oval(200, 372, 56, 44), '#c9cdd0') + b.flat(box(140, 405, 120, 20, 8), '#bcc3c6')
    : b.flat('M184 240h32c0 60 50 90 50 140q0 45-40 45h-52q-40 0-40-45c0-50 50-80 50-140z', /wood/i.test(title) ? '#c9996a'
    : trim)
  return (floor ? b.cord('M200 230V404', '#c9996a', 14) + b.flat('M128 425q0-22 72-22t72 22z', '#c9996a') : foot) +
    b.flat(box(190, 232, 20, 30), deep) +
    b.body(/acrylic|geometric/i.test(title) ? poly(126, 92, 274, 92, 340, 180, 274, 244, 126, 244, 60, 180)
    : 'M136 84h128l66 154H70z') + b.flat('M66 232h268l4 16H62z', /white|ivory/i.test(title) ? paper : trim)
}

function nightLight(b: Brush): string {
  const { title } = b.item
  const { body } = b.palette
  const halo = b.patch(oval(200, 270, 168, 158), glow, 0.75)
  if (/toadstool/i.test(title)) return halo + b.flat('M156 296h88c0 50 8 90 28 129H128c20-39 28-79 28-129z', '#fbf3e2') +
    b.flat('M58 304c0-112 58-184 142-184s142 72 142 184q-142 34-284 0z', '#c23b33') +
    [[128, 232, 22], [206, 180, 26], [276, 246, 20], [196, 272, 18], [92, 286, 12]].map(([x = 0, y = 0, r = 0]) =>
    b.plain(oval(x, y, r), glow)).join('')
  if (/rabbit|bunny/i.test(title)) return halo +
    b.flat('M150 220C104 84 160 60 186 200h28C240 60 296 84 250 220c44 30 62 66 62 106c0 62-48 99-112 99S88 388 88 326c0-40 18-76 62-106z', '#fbf7f0') +
    b.plain('M160 190c-20-60-8-78 8-22zM240 190c20-60 8-78-8-22z', '#e7a0aa') + b.plain(oval(158, 306, 9), '#37322e') +
    b.plain(oval(242, 306, 9), '#37322e') + b.plain(poly(188, 330, 212, 330, 200, 346), '#dd8791') +
    b.line('M200 346v12M200 358q-14 12-24 2M200 358q14 12 24 2', 2)
  if (/cottage/i.test(title)) return halo + b.flat(box(92, 250, 216, 175), '#f4e8cd') +
    b.flat(poly(56, 262, 200, 110, 344, 262), '#c4574c') + b.plain('M174 425v-84q0-28 26-28t26 28v84z', '#8d6748') +
    b.plain(box(108, 296, 46, 46), '#f6d978') + b.plain(box(246, 296, 46, 46), '#f6d978') +
    b.line('M131 296v46M108 319h46M269 296v46M246 319h46') + b.plain(heart(200, 214, 42), '#f6d978')
  if (/snowflake/i.test(title)) return halo +
    b.cord([0, 60, 120].map(a =>
    { const [c, s] = [Math.cos((a * Math.PI) / 180), Math.sin((a * Math.PI) / 180)]; return `M${Math.round(200 - 128 * c)} ${Math.round(256 - 128 * s)}L${Math.round(200 + 128 * c)} ${Math.round(256 + 128 * s)}` }).join(''), '#fbf7f0', 15) +
    b.flat(scallop(200, 256, 52, 52, 6), '#fbf7f0') + b.flat(box(132, 398, 136, 27, 8), body)
  return halo + b.flat(star(200, 262, 154, 76), '#fbeaa0') + b.flat(box(132, 396, 136, 29, 8), body)
}
