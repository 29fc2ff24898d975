import { whole } from '../count.ts'
import { monthName, presetName } from './presetWords.ts'

const width = 640
const height = 300
const left = 60
const right = 12
const bottom = 28
const top = 10

/** A stacked column for each month, as SVG. Classes `fill-<id>` colour it; every part says itself in a title. */
export function stackedMonths(ends: readonly number[], series: readonly { id: string; counts: readonly number[] }[]): string {
  const sums = ends.map((_, month) => series.reduce((sum, { counts }) => sum + counts[month]!, 0))
  const step = niceStep(Math.max(1, ...sums) / 5)
  const most = Math.ceil(Math.max(1, ...sums) / step) * step
  const y = (value: number): number => top + (height - top - bottom) * (1 - value / most)
  const slot = (width - left - right) / ends.length
  const parts: string[] = []
  for (let value = 0; value <= most; value += step) {
    parts.push(
      `<line class="grid" x1="${left}" x2="${width - right}" y1="${y(value)}" y2="${y(value)}"/>`
        + `<text class="tick" x="${left - 6}" y="${y(value) + 4}" text-anchor="end">${whole.format(value)}</text>`,
    )
  }
  for (const [month, end] of ends.entries()) {
    const x = left + slot * month + slot * 0.14
    let base = 0
    for (const { id, counts } of [...series].reverse()) {
      const value = counts[month]!
      const tall = y(base) - y(base + value)
      // A gap of the page's colour keeps neighbours apart, also in print.
      if (tall > 0) {
        parts.push(
          `<rect class="fill-${id}" x="${fixed(x)}" y="${fixed(y(base + value))}" width="${fixed(slot * 0.72)}" `
            + `height="${fixed(Math.max(0.5, tall - 1.5))}">`
            + `<title>${monthName(end)}: ${presetName(id)} ${whole.format(value)}</title></rect>`,
        )
      }
      base += value
    }
    // Every second month is named where there are many: at 390 px more would touch.
    if ((ends.length - 1 - month) % Math.ceil(ends.length / 7) === 0) {
      parts.push(
        `<text class="tick" x="${fixed(x + slot * 0.36)}" y="${height - 8}" text-anchor="middle">`
          + `${monthName(end).replace(' 20', ' ’')}</text>`,
      )
    }
  }
  const label = 'Customers by stage at the end of each month'
  return `<svg viewBox="0 0 ${width} ${height}" role="img" aria-label="${label}">${parts.join('')}</svg>`
}

/** 1, 2 or 5 times a power of ten, at least `value`. */
function niceStep(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value))
  return [1, 2, 5, 10].map(times => times * power).find(step => step >= value) ?? power
}

function fixed(value: number): string {
  return value.toFixed(1)
}
