import type { Brush } from '../Brush.ts'
import { box, heart, oval, poly, scallop, star } from '../shapes.ts'
import { flame } from './flame.ts'
import type { Silhouettes } from './Silhouette.ts'

/** What burns, and what holds it. */
export const candles: Silhouettes = {
  't-light holder': tLightHolder,
  't-lights': tLights,
  candle,
  candlestick,
  lantern,
  incense,
}

const wax = '#fbf3e2'
const tinfoil = '#c9cdd0'

/** A lit t-light, `width` wide, its foot at (`x`, `y`). */
function tLight(b: Brush, x: number, y: number, width: number, hue = wax): string {
  const u = width / 100
  return flame(b, x, y - 34 * u, 54 * u) +
    b.flat(`M${x - 50 * u} ${y - 36 * u}h${100 * u}v${28 * u}q0 ${8 * u} ${-8 * u} ${8 * u}h${-84 * u}q${-8 * u} 0 ${-8 * u} ${-8 * u}z`, tinfoil) +
    b.plain(oval(x, y - 36 * u, 50 * u, 9 * u), hue)
}

function tLightHolder(b: Brush): string {
  const { title } = b.item
  const { body, trim, deep } = b.palette
  if (/heart/i.test(title) && /hanging|zinc|single/i.test(title) && !/jar/i.test(title)) {
    const outer = 'M200 420c-40-46-130-88-130-176c0-52 36-84 76-84c26 0 44 14 54 36c10-22 28-36 54-36c40 0 76 32 76 84c0 88-90 130-130 176z'
    return b.line('M200 196V100', 2) + b.line('M200 100c-14-26 14-26 0 0', 3) + b.cord(outer, body, 15) +
      tLight(b, 200, 352, 84) + b.flat('M138 338h124q-6 30-40 34h-44q-34-4-40-34z', body) +
      (b.item.motif === 'Hearts' ? '' : b.emblem(200, 214, 40))
  }
  if (/angels/i.test(title)) {
    const angel = (x: number): string => b.line(`M${x} 190v52`) + b.flat(`M${x} 250l24 54h-48z`, body) +
      b.plain(oval(x, 244, 11), body) + b.plain(`M${x + 6} 262c20-16 30-4 26 14zM${x - 6} 262c-20-16-30-4-26 14z`, body)
    return b.cord('M200 392V130', body, 6) + b.plain(star(200, 104, 26), body) + b.plain(oval(200, 186, 116, 14), body) +
      angel(100) + angel(300) + tLight(b, 200, 400, 92) + b.flat('M104 396h192l20 29H84z', body)
  }
  if (/hanging/i.test(title)) {
    const jar = /jam jar|heart jar/i.test(title)
    const glass = jar ? 'M116 236h168c14 12 18 26 18 44v116q0 29-29 29H127q-29 0-29-29V280c0-18 4-32 18-44z'
      : 'M96 240h208c8 60-2 110-40 150q-30 35-64 35t-64-35c-38-40-48-90-40-150z'
    return b.cord('M106 238C112 70 288 70 294 238', deep, 4) + b.line('M200 112c-14-28 14-28 0 0', 3) + b.body(glass) +
      b.patch(oval(200, 330, 56, 60), '#fdf3c4', 0.75) + tLight(b, 200, 400, 84) +
      (jar ? b.flat(box(108, 214, 184, 28, 6), '#bcc3c6') : b.flat(box(88, 228, 224, 18, 8), trim)) +
      (/heart/i.test(title) ? b.plain(heart(200, 262, 46), '#c23b33') : '') + b.patch('M122 270h12v90h-12z', '#ffffff', 0.55)
  }
  if (/star/i.test(title)) return b.body(star(200, 268, 158, 84, 5)) + b.patch(oval(200, 290, 56, 60), '#fdf3c4', 0.8) +
    tLight(b, 200, 362, 88) + b.flat(box(118, 402, 164, 23, 8), deep)
  if (/fluted|antique|aged|silver|victorian/i.test(title)) {
    const flutes = [0, 1, 2, 3, 4, 5, 6].map(i => b.line(`M${119 + i * 27} ${198}L${132 + i * 22.7} 392`, 1.2)).join('')
    return b.body('M92 190q13-20 27 0q13-20 27 0q13-20 27 0q13-20 27 0q13-20 27 0q13-20 27 0q13-20 27 0q13-20 27 0L284 396q-2 10-12 10H128q-10 0-12-10z') +
      b.patch(oval(200, 306, 62, 76), '#fdf3c4', 0.8) + flutes + tLight(b, 200, 386, 84) + b.flat(box(108, 400, 184, 25, 9), deep)
  }
  return b.body('M92 188H308l-14 208q-2 29-31 29H137q-29 0-31-29z') + b.plain(oval(200, 188, 108, 18), deep) +
    b.patch(oval(200, 318, 58, 70), '#fdf3c4', 0.8) + tLight(b, 200, 400, 88) +
    b.flat('M104 386h192l-4 22q-2 17-19 17H127q-17 0-19-17z', trim)
}

function tLights(b: Brush): string {
  const { body, trim } = b.palette
  const { motif, title } = b.item
  const hue = b.item.colour === undefined && motif === undefined ? wax : body
  const light = (x: number, y: number): string => tLight(b, x, y, 104, hue)
  const row = (one: (x: number, y: number) => string): string => [100, 200, 300].map(x => one(x, 236) + one(x, 425)).join('') +
    b.flat(box(40, 236, 320, 12, 3), '#c9996a')
  const cup = (x: number, y: number): string => b.flat(`M${x - 44} ${y - 22}h88v14q0 8-8 8h-72q-8 0-8-8z`, tinfoil)
  if (/cact/i.test(title)) return row((x, y) => flame(b, x, y - 94, 38) + b.flat(box(x - 17, y - 94, 34, 76, 16), '#6f9468') +
    b.line(`M${x - 6} ${y - 82}v54M${x + 6} ${y - 82}v54`, 1) + cup(x, y))
  if (/snowm[ae]n/i.test(title)) return row((x, y) => flame(b, x, y - 116, 34) + b.flat(oval(x, y - 48, 33, 31), wax) +
    b.flat(oval(x, y - 90, 23, 22), wax) + b.plain(box(x - 22, y - 116, 44, 9, 3), '#37322e') +
    b.plain(poly(x, y - 90, x + 18, y - 86, x, y - 83), '#e08a4a') +
    b.line(`M${x - 8} ${y - 97}h.1M${x + 8} ${y - 97}h.1M${x} ${y - 56}h.1M${x} ${y - 42}h.1`, 4) + cup(x, y))
  if (/santa/i.test(title)) return row((x, y) => flame(b, x, y - 122, 34) +
    b.flat(poly(x - 24, y - 82, x, y - 122, x + 24, y - 82), '#c23b33') +
    b.flat(`M${x - 24} ${y - 84}h48l10 64h-68z`, '#c23b33') + b.plain(oval(x, y - 74, 21, 18), '#f3cfae') +
    b.plain(`M${x - 23} ${y - 72}q23 16 46 0c4 28-10 42-23 46c-13-4-27-18-23-46z`, wax) +
    b.plain(box(x - 28, y - 92, 56, 12, 6), wax) + b.line(`M${x - 8} ${y - 76}h.1M${x + 8} ${y - 76}h.1`, 4) + cup(x, y))
  if (motif !== undefined && !/led|scented|heart/i.test(title)) {
    return row((x, y) => flame(b, x, y - 94, 42) + b.emblem(x, y - 54, 92, wax) + cup(x, y))
  }
  return light(146, 330) + light(258, 330) + light(86, 425) + light(200, 425) + light(314, 425) +
    (/heart/i.test(title) ? b.plain(heart(200, 212, 50), trim) : '')
}

function candle(b: Brush): string {
  const { title, setSize } = b.item
  const { body, deep, trim, paper } = b.palette
  const hue = b.item.colour === undefined && b.item.motif === undefined ? '#f4e8cd' : body
  if (/jam/i.test(title)) return flame(b, 200, 196, 66) +
    b.flat('M112 196H288c18 14 26 32 26 60v138q0 31-31 31H117q-31 0-31-31V256c0-28 8-46 26-60z', '#d5e4e0') +
    b.patch('M94 262c36 14 70-8 106 0s70 12 106 0v132q0 23-23 23H117q-23 0-23-23z', '#b8515c') +
    b.flat(box(104, 182, 192, 26, 7), '#c23b33') + b.plain(box(136, 290, 128, 82, 6), paper) +
    b.words('Homemade Jam', 200, 331, 104, 60)
  if (/citronella|pot\b|flowerpot/i.test(title)) return flame(b, 200, 216, 84) +
    b.flat(poly(92, 246, 308, 246, 276, 425, 124, 425), '#c97f58') + b.plain(oval(200, 214, 110, 13), wax) +
    b.flat(box(78, 212, 244, 46, 6), '#c97f58') +
    (b.item.motif === undefined ? b.plain(heart(200, 336, 64), '#f4e8cd') : b.emblem(200, 340, 80, '#c97f58'))
  if (/cact/i.test(title)) {
    const cactus = (x: number, k: number): string => flame(b, x, 386 - 214 * k, 34) +
      b.cord(`M${x - 30 * k} ${386 - 132 * k}v${30 * k}q0 ${18 * k} ${24 * k} ${18 * k}M${x + 30 * k} ${386 - 160 * k}v${30 * k}q0 ${18 * k} ${-24 * k} ${18 * k}`, '#6f9468', 15) +
      b.flat(box(x - 21, 386 - 210 * k, 42, 210 * k, 20), '#6f9468') +
      b.flat(poly(x - 42, 364, x + 42, 364, x + 32, 425, x - 32, 425), '#c97f58')
    return cactus(100, 0.8) + cactus(204, 1.05) + cactus(304, 0.7)
  }
  if (/fork/i.test(title)) return [80, 160, 240, 320].map(x => flame(b, x, 136, 34) + b.flat(box(x - 20, 136, 40, 22, 8), body) +
    b.flat(`M${x - 26} 158h52v62q0 26-18 26v179h-16V246q-18 0-18-26z`, body) +
    b.line(`M${x - 9} 160v56M${x + 9} 160v56`, 2)).join('')
  if (/dinner|taper|tall/i.test(title)) return [98, 166, 234, 302].map((x, index) => flame(b, x, 128 + (index % 2) * 22, 44) +
    b.body(`M${x - 15} ${128 + (index % 2) * 22}h30l5 ${297 - (index % 2) * 22}h-40z`)).join('') +
    b.flat(box(66, 328, 268, 46, 6), trim)
  if ((setSize ?? 1) > 1 && /botanical|pillar|scented|candles\b/i.test(title)) {
    const pillar = (x: number, top: number, w: number): string => flame(b, x, top, 44) +
      b.body(`M${x - w} ${top}h${2 * w}v${425 - top}h${-2 * w}z`) + b.plain(oval(x, top, w, 9), wax)
    return pillar(248, 186, 52) + pillar(132, 246, 52) + pillar(202, 318, 46) + pillar(312, 332, 36)
  }
  if (/chocolate/i.test(title)) return flame(b, 200, 182, 66) +
    b.flat('M92 190h216l-20 215q-2 20-22 20H134q-20 0-22-20z', '#f6ead0') +
    b.plain('M92 190h216l-6 60c-20 20-30-8-48 6c-18 20-34 22-52 0c-20-14-36 24-58 4c-20-14-32 10-46-10z', '#7a4f38') +
    b.plain(oval(200, 190, 108, 16), '#8d5f45') + b.plain(heart(200, 330, 62), '#7a4f38')
  if (/box|boxed/i.test(title)) return flame(b, 200, 136, 54) + b.flat(box(132, 138, 136, 140, 4), hue) +
    b.plain(oval(200, 138, 68, 11), wax) + b.body(box(74, 236, 252, 189, 4)) + b.plain(box(190, 236, 20, 189), trim) +
    b.cord('M200 238c-60-40-70 20 0 0c60-40 70 20 0 0', trim, 9)
  return flame(b, 200, 160, 76) + b.body('M122 160H278v244q0 12-12 12H134q-12 0-12-12z') + b.plain(oval(200, 160, 78, 13), wax) +
    b.plain('M122 162v56q10 16 18 0v-40q10-6 14 4v20q8 12 14 0v-26z', wax) +
    b.flat('M70 404h260q-8 21-40 21H110q-32 0-40-21z', deep)
}

function candlestick(b: Brush): string {
  const { title } = b.item
  const { body, deep } = b.palette
  const stick = (x: number, top: number, height: number): string => flame(b, x, top, 52) +
    b.flat(box(x - 15, top, 30, height, 3), wax)
  if (/willie winkie|enamel/i.test(title)) return stick(180, 168, 170) + b.cord('M268 368c80-30 90 50 6 46', body, 12) +
    b.flat('M146 330h68v74h-68z', body) + b.body('M52 382h256q-2 43-56 43H108q-54 0-56-43z') +
    b.flat(box(138, 322, 84, 16, 6), body)
  if (/hanging (?:heart|beads)/i.test(title)) return stick(200, 150, 130) +
    b.cord('M150 296c-60 6-90-20-74-48M250 296c60 6 90-20 74-48', body, 7) + b.flat('M140 276h120l-16 34h-88z', body) +
    b.cord('M200 310v92', body, 9) + b.flat('M116 425q0-24 84-24t84 24z', body) + b.line('M76 262v40M324 262v40') +
    b.plain(heart(76, 318, 36), '#c23b33') + b.plain(heart(324, 318, 36), '#c23b33')
  if (/pot|bowl|spike|plate/i.test(title)) return /plate|spike/i.test(title) ? flame(b, 200, 172, 62) +
    b.flat(box(142, 172, 116, 216, 4), wax) + b.plain(oval(200, 172, 58, 10), '#f4e8cd') +
    b.body('M56 384h288q-10 41-70 41H126q-60 0-70-41z') + b.line('M66 398q134 14 268 0', 1.2) : flame(b, 200, 208, 74) +
    b.body('M88 214h224l-22 180q-4 31-34 31H144q-30 0-34-31z') + b.plain(oval(200, 214, 112, 18), wax) +
    [0, 1, 2, 3, 4, 5].map(i => b.line(`M${118 + i * 33} 256l.1 0M${130 + i * 28} 300l.1 0M${124 + i * 30} 344l.1 0`, 7)).join('')
  if (/candelabra|arm/i.test(title)) return stick(90, 150, 80) + stick(310, 150, 80) + stick(200, 104, 90) +
    b.cord('M90 250c0 70 110 40 110 90M310 250c0 70-110 40-110 90', body, 10) + b.cord('M200 210V390', body, 11) +
    [[90, 238], [310, 238], [200, 202]].map(([x = 0, y = 0]) => b.flat(`M${x - 30} ${y - 8}h60l-12 22h-36z`, body)).join('') +
    b.flat('M110 425q6-36 90-36t90 36z', body)
  return stick(200, 152, 92) +
    b.body('M158 240h84l-12 34c-8 10-14 14-14 26c0 22 26 22 26 42s-26 22-26 40c0 14 52 14 66 43H118c14-29 66-29 66-43c0-18-26-20-26-40s26-20 26-42c0-12-6-16-14-26z') +
    b.flat(box(150, 230, 100, 16, 7), deep)
}

function lantern(b: Brush): string {
  const { title } = b.item
  const { body, deep, trim } = b.palette
  if (/paper|chinese/i.test(title) && /star/i.test(title) && b.item.setSize === undefined) return b.line('M200 70v50', 2) +
    b.flat(star(200, 262, 160, 70, 9), body) +
    b.line([...Array(9).keys()].map(i =>
    `M200 262L${Math.round(200 + 160 * Math.sin((i * 2 * Math.PI) / 9))} ${Math.round(262 - 160 * Math.cos((i * 2 * Math.PI) / 9))}`).join(''), 1.2) +
    b.print(star(200, 262, 160, 70, 9))
  if (/chinese|dragon/i.test(title)) return b.line('M200 70v56M200 356v24', 2) +
    b.flat('M150 136h100c90 40 90 170 0 210H150c-90-40-90-170 0-210z', '#c23b33') +
    b.line('M200 136v210M172 136c-40 50-40 160 0 210M228 136c40 50 40 160 0 210') + b.flat(box(146, 122, 108, 18, 4), '#e2b75c') +
    b.flat(box(146, 342, 108, 18, 4), '#e2b75c') + b.line('M176 362v60M188 362v62M200 362v63M212 362v62M224 362v60', 3)
  if (/paper table|set of 10/i.test(title)) {
    const bag = (x: number, y: number, w: number): string =>
      b.flat(`M${x - w} ${y - w * 2.4}l${w / 3} 10 ${w / 3}-10 ${w / 3} 10 ${w / 3}-10 ${w / 3} 10 ${w / 3}-10v${w * 2.4}h${-w * 2}z`, '#f9e4a8') +
      (/star/i.test(title) ? b.plain(star(x, y - w * 1.1, w * 0.6), trim) : b.plain(heart(x, y - w * 1.1, w * 1.1), '#c4574c'))
    return bag(268, 425, 68) + bag(128, 425, 82)
  }
  const pane = b.patch(box(118, 212, 164, 182), '#fdf3c4')
  const shape = /star/i.test(title) ? b.plain(star(200, 190, 18), b.palette.tint) : /heart/i.test(title)
    ? b.plain(heart(200, 192, 30), b.palette.tint) : ''
  return b.cord('M158 136C158 70 242 70 242 136', deep, 7) + b.flat(poly(110, 214, 160, 134, 240, 134, 290, 214), body) + shape +
    pane + tLight(b, 200, 396, 74) + b.cord('M118 214V394M282 214V394M200 214V300M118 300H282', body, 8) +
    b.flat(box(96, 204, 208, 18, 5), deep) + b.flat(poly(104, 394, 296, 394, 316, 425, 84, 425), body) +
    (/lovebird|bird/i.test(title) ? b.emblem(200, 344, 70, '#fdf3c4') : '')
}

function incense(b: Brush): string {
  const { title } = b.item
  const { body, trim, paper, deep } = b.palette
  const smoke = b.line('M268 150c-24-20 22-34 2-58', 3)
  if (/oil burner/i.test(title)) return b.plain(oval(200, 168, 92, 15), deep) +
    b.body('M104 168H296l-16 40 26 170q4 47-46 47H140q-50 0-46-47l26-170z') +
    b.plain('M144 402v-70q0-56 56-56t56 56v70z', '#4a4541') + tLight(b, 200, 402, 76) + b.emblem(146, 244, 46) +
    b.emblem(254, 244, 46)
  if (/cones|in tin/i.test(title)) return smoke + b.flat(poly(268, 160, 304, 425, 232, 425), '#8d6748') +
    b.body('M62 300h150v125H62z') + b.flat(box(54, 270, 166, 36, 8), trim) + b.plain(box(82, 326, 110, 72, 5), paper) +
    (b.emblem(137, 362, 60, paper) || b.words(/vanilla|lavender|rose/i.exec(title)?.[0] ?? 'Incense', 137, 362, 94, 40))
  return smoke + [-6, 6, 18].map(a =>
    `<g transform="rotate(${a} 170 400)">${b.cord('M196 400V168', '#8d6748', 5)}${b.cord('M196 400V330', '#d9b384', 3)}</g>`).join('') +
    b.body(box(70, 268, 118, 157, 4)) + b.flat(poly(70, 268, 84, 250, 202, 250, 188, 268), trim) +
    b.flat(poly(188, 268, 202, 250, 202, 408, 188, 425), deep) + b.plain(box(86, 302, 86, 80, 4), paper) +
    (b.emblem(129, 342, 60, paper) || b.plain(scallop(129, 342, 24, 24, 8), body)) +
    b.flat('M214 412h124q-10 13-30 13h-64q-20 0-30-13z', '#c9996a')
}
