/** Closed outlines as SVG path data, in the units of the tile (400 by 500). */

/** A number as short as it can be written without being seen. */
export function short(value: number): string {
  return String(Math.round(value * 100) / 100)
}

/** A rectangle with corners of radius `r`. */
export function box(x: number, y: number, width: number, height: number, r = 0): string {
  if (r === 0) return `M${x} ${y}h${width}v${height}h${-width}z`
  const [w, h] = [width - 2 * r, height - 2 * r]
  return `M${x + r} ${y}h${w}q${r} 0 ${r} ${r}v${h}q0 ${r} ${-r} ${r}h${-w}q${-r} 0 ${-r} ${-r}v${-h}q0 ${-r} ${r} ${-r}z`
}

/** An ellipse around (`cx`, `cy`). */
export function oval(cx: number, cy: number, rx: number, ry: number = rx): string {
  return `M${cx - rx} ${cy}a${rx} ${ry} 0 1 1 ${2 * rx} 0a${rx} ${ry} 0 1 1 ${-2 * rx} 0z`
}

/** Straight lines from point to point, closed. Takes x, y, x, y … */
export function poly(...points: readonly number[]): string {
  const pairs: string[] = []
  for (let at = 0; at + 1 < points.length; at += 2) pairs.push(`${short(points[at] ?? 0)} ${short(points[at + 1] ?? 0)}`)
  return `M${pairs.join('L')}z`
}

/** A heart `width` wide whose middle is (`cx`, `cy`). */
export function heart(cx: number, cy: number, width: number): string {
  const u = (value: number): string => short((value * width) / 100)
  return (
    `M${cx} ${short(cy + 0.46 * width)}c${u(-16)} ${u(-20)} ${u(-50)} ${u(-34)} ${u(-50)} ${u(-62)}` +
    `c0 ${u(-17)} ${u(13)} ${u(-26)} ${u(26)} ${u(-26)}c${u(11)} 0 ${u(20)} ${u(6)} ${u(24)} ${u(16)}` +
    `c${u(4)} ${u(-10)} ${u(13)} ${u(-16)} ${u(24)} ${u(-16)}c${u(13)} 0 ${u(26)} ${u(9)} ${u(26)} ${u(26)}` +
    `c0 ${u(28)} ${u(-34)} ${u(42)} ${u(-50)} ${u(62)}z`
  )
}

/** A star with `points` points between two radii. */
export function star(cx: number, cy: number, outer: number, inner: number = outer * 0.45, points = 5): string {
  const corners: number[] = []
  for (let step = 0; step < points * 2; step += 1) {
    const radius = step % 2 === 0 ? outer : inner
    const angle = (Math.PI * step) / points - Math.PI / 2
    corners.push(cx + radius * Math.cos(angle), cy + radius * Math.sin(angle))
  }
  return poly(...corners)
}

/** A round edge of `count` scallops. */
export function scallop(cx: number, cy: number, rx: number, ry: number, count: number): string {
  const at = (step: number): string => {
    const angle = (2 * Math.PI * step) / count - Math.PI / 2
    return `${short(cx + rx * Math.cos(angle))} ${short(cy + ry * Math.sin(angle))}`
  }
  const bump = short((Math.PI * Math.max(rx, ry)) / count)
  let path = `M${at(0)}`
  for (let step = 1; step <= count; step += 1) path += `A${bump} ${bump} 0 0 1 ${at(step)}`
  return `${path}z`
}

/** Petals around a middle, each an ellipse; the middle itself is not drawn. */
export function petals(cx: number, cy: number, reach: number, petal: number, count: number): string {
  let path = ''
  for (let step = 0; step < count; step += 1) {
    const angle = (2 * Math.PI * step) / count - Math.PI / 2
    path += oval(Number(short(cx + reach * Math.cos(angle))), Number(short(cy + reach * Math.sin(angle))), petal)
  }
  return path
}

/** A leaf from (`x`, `y`) along (`dx`, `dy`), as wide as `belly` to either side. */
export function leaf(x: number, y: number, dx: number, dy: number, belly = 0.35): string {
  const [px, py] = [-dy * belly, dx * belly]
  const half = (sign: number): string => `${short(dx / 2 + sign * px)} ${short(dy / 2 + sign * py)}`
  return `M${x} ${y}q${half(1)} ${short(dx)} ${short(dy)}q${short(-dx / 2 - px)} ${short(-dy / 2 - py)} ${short(-dx)} ${short(-dy)}z`
}
