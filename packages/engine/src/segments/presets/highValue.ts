import { lifetimeValue } from '../../predict/lifetimeValue.ts'
import type { CltvNorms } from '../../norms/storeNorms.ts'
import type { Standing } from '../../standing/standings.ts'
import { statsOf } from '../../standing/statsOf.ts'
import type { Preset } from '../preset.ts'
import type { SegmentFact } from '../segment.ts'
import { sayTrait } from '../trait.ts'

const hourMs = 3_600_000
/** Somebody who is expected to spend so much is asked about again after a year at the latest. */
const yearMs = 365 * 24 * hourMs

/**
 * High value: what the fitted models expect of the shopper over their horizon is in the store's best fifth; without fitted
 * models, all spend so far is.
 */
export const highValue: Preset = known => {
  const { norms: { cltv, currency }, list, now, say } = known
  const { valueCut, moneyCuts: [, , , spendCut] = [] } = known.lifecycle
  const fact = (kind: 'value' | 'spend', amount: number, atLeast: number): SegmentFact[] => [
    { kind, amount, atLeast, ...(currency !== undefined && { currency }) },
  ]
  if (cltv?.spend && !cltv.priorOnly && valueCut !== undefined) {
    const found = byValue(list, cltv, valueCut, now)
    if (found) say('high-value', found.since, fact('value', found.amount, valueCut))
    return found?.flipsAt
  }
  return spendCut === undefined ? undefined : sayTrait(
    { id: 'high-value', holds: ({ spend }) => spend > spendCut, because: ({ spend }) => fact('spend', spend, spendCut) }, known)
}

/**
 * Every day without an order lowers what is expected: so it held all through a gap when it held at the gap's end, and ends at one
 * moment, found to the hour.
 */
function byValue(
  list: readonly Standing[],
  cltv: CltvNorms,
  cut: number,
  now: number,
): { since: number; flipsAt: number; amount: number } | undefined {
  const valueOf = (standing: Standing, ageMs: number): number => lifetimeValue(cltv, statsOf(standing, ageMs)) ?? 0
  const last = list.at(-1)
  const amount = last ? valueOf(last, now - last.at) : 0
  if (!last || amount < cut) return undefined
  let first = list.length - 1
  while (first > 0 && valueOf(list[first - 1]!, list[first]!.at - list[first - 1]!.at) >= cut) first--
  let [held, gone] = [now - last.at, now - last.at + yearMs]
  while (gone - held > hourMs) {
    const middle = Math.floor((held + gone) / 2)
    if (valueOf(last, middle) >= cut) held = middle
    else gone = middle
  }
  return { since: list[first]!.at, flipsAt: last.at + gone, amount }
}
