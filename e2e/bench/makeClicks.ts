import { closeSync, openSync, writeSync } from 'node:fs'
import { seededRandom } from '../seededRandom.ts'

/**
 * As in the public click sets that view relations are measured on: tens of thousands of items, six clicks a visit, a quarter of
 * them repeats.
 */
const items = 40_000
const clicksPerVisit = 6
const days = 120
/** Items stand in a line; what is looked at next is mostly near. */
const reach = 12

/**
 * Writes about `clicks` events of made-up visits as CSV: popularity falls as 1 / rank, neighbours in a hidden order follow each
 * other, one click in four goes back to an item of the same visit. Figures of quality mean nothing on it; times and bytes do.
 */
export function makeClicks(path: string, clicks: number, seed = 1): void {
  const random = seededRandom(seed)
  const file = openSync(path, 'w')
  const text: string[] = ['session_id,timestamp,event,sku']
  const start = Date.UTC(2025, 0, 1)
  let written = 0
  for (let visit = 0; written < clicks; visit++) {
    const seen: number[] = []
    let at = start + Math.floor(random() * days * 864e5)
    let item = Math.floor(items ** random()) * 7919 % items
    const length = 1 - Math.floor(Math.log(1 - random()) * (clicksPerVisit - 1))
    for (let click = 0; click < length && written < clicks; click++) {
      text.push(`v${visit},${new Date(at).toISOString()},view,I${item}`)
      written++
      seen.push(item)
      at += 1000 + Math.floor(random() * 6e4)
      const near = (item + 1 + Math.floor(random() ** 2 * reach)) % items
      item = random() < 0.25 ? seen[Math.floor(random() * seen.length)]! : near
    }
    if (text.length > 50_000) writeSync(file, `${text.splice(0).join('\n')}\n`)
  }
  if (text.length) writeSync(file, `${text.join('\n')}\n`)
  closeSync(file)
}
