import type { NearPairs } from './nearPairs.ts'
import { easeParts, solveParts } from './easePart.ts'
import type { EaseJob } from './easePart.ts'
import { sharedFloats } from './sharedArrays.ts'
import type { Team } from './team.ts'
import { alone } from './team.ts'

/** Positive relations i → j in compressed rows: rows by item, strongest first, ties by index. */
export interface EaseRows {
  at: Uint32Array
  to: Uint32Array
  /** Above 0. */
  weight: Float64Array
}

/**
 * EASE (Steck, WWW 2019), item by item: how much each candidate `i` says for `j` beside all other candidates, that is the ridge
 * regression of `j` on them, `w = (G + lambda)^-1 g`. With all other items as candidates this is EASE itself (its column `j` is
 * that regression); with the nearest by cosine, of those that were ever bought with it, it needs no matrix of items × items and
 * no time that grows with their cube. Negative weights are left out: a relation is a reason to show something.
 *
 * @param penalty lambda as a multiple of the mean weight of an item that was ever ordered, above 0: so a constant means the same
 *   however many orders there are and however they are weighed
 */
export function solveEase(pairs: NearPairs, penalty: number, team: Team = alone): EaseRows {
  return solveEaseEach([{ pairs, penalty }], team)[0]!
}

/** What to solve: see `solveEase`. */
export interface EaseSetting {
  pairs: NearPairs
  penalty: number
}

/**
 * The same for several settings at once: what items share is looked up once for all that have the same pairs, and nearly for
 * nothing for those whose pairs lie side by side.
 *
 * @param settings of the same candidates: `reweigh`
 */
export function solveEaseEach(settings: readonly EaseSetting[], team: Team = alone): EaseRows[] {
  const [{ pairs: { size, most, candidates } }] = settings as [EaseSetting]
  const asks = settings.map(({ pairs: { diagonal, fill }, penalty }) => {
    return { fill, diagonal, lambda: penalty * meanWeight(diagonal), solved: sharedFloats(size * most) }
  })
  const job = jobOf(settings, asks)
  const mine = solveParts(size, most, candidates, asks)
  if (job) team.run('ease', job, easeParts(size), mine)
  else for (let part = 0; part < easeParts(size); part++) mine(part)
  return settings.map(({ pairs }, at) => byRow(pairs, asks[at]!.solved))
}

/** What other threads are told; undefined where pairs are not all held, and this thread alone can look them up. */
function jobOf(settings: readonly EaseSetting[], asks: readonly Omit<EaseJob['asks'][number], 'held'>[]): EaseJob | undefined {
  const [{ pairs: { size, most, shared } }] = settings as [EaseSetting]
  const pairs = [...new Set(settings.map(setting => setting.pairs))]
  const heldBy = settings.map(setting => pairs.indexOf(setting.pairs))
  const held = pairs.flatMap(({ shared }) => shared ? [shared.pairs] : [])
  if (!shared || held.length < pairs.length) return undefined
  return {
    size, most, nearest: shared.nearest, counts: shared.counts, held: held.map(({ sums, step, lane }) => ({ sums, step, lane })),
    asks: asks.map(({ diagonal, lambda, solved }, at) => ({ diagonal, lambda, solved, held: heldBy[at]! })),
  }
}

/** Mean over the items that were ever ordered; 1 when none was. */
export function meanWeight(diagonal: Float64Array): number {
  let sum = 0
  let items = 0
  for (const weight of diagonal) {
    sum += weight
    if (weight > 0) items++
  }
  return items ? sum / items : 1
}

/** Columns to rows: how much an item says for others, strongest first. */
function byRow({ size, most, candidates }: NearPairs, solved: Float64Array): EaseRows {
  const at = new Uint32Array(size + 1)
  eachRelation(from => { at[from + 1]!++ })
  for (let item = 0; item < size; item++) at[item + 1]! += at[item]!
  const next = at.slice()
  const to = new Uint32Array(at[size]!)
  const weight = new Float64Array(at[size]!)
  eachRelation((from, item, value) => {
    const edge = next[from]!++
    to[edge] = item
    weight[edge] = value
  })
  const score = new Float64Array(size)
  for (let item = 0; item < size; item++) {
    const row = to.subarray(at[item], at[item + 1])
    const weights = weight.subarray(at[item], at[item + 1])
    row.forEach((other, edge) => { score[other] = weights[edge]! })
    row.sort((a, b) => score[b]! - score[a]! || a - b)
    row.forEach((other, edge) => { weights[edge] = score[other]! })
  }
  return { at, to, weight }

  function eachRelation(tell: (from: number, item: number, value: number) => void): void {
    for (let item = 0; item < size; item++) {
      const among = candidates(item)
      for (let place = 0; place < among.length; place++) {
        const value = solved[item * most + place]!
        if (value > 0) tell(among[place]!, item, value)
      }
    }
  }
}
