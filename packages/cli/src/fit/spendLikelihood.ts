import type { CltvNorms } from '@shopside/engine'
import { lnGamma } from './lnGamma.ts'

/** Parameters of the Gamma-Gamma model. */
export type SpendModel = NonNullable<CltvNorms['spend']>

/** A customer with repeat purchases: how many, and their mean value, above 0. */
export interface Spender {
  repeats: number
  meanSpend: number
}

/** Customers with repeat purchases, as `spendLikelihood` takes them: what no parameter changes is added up once. */
export interface SpendTable {
  /** Per customer, sorted. */
  repeats: readonly number[]
  /** Per customer: x m, what the repeat purchases came to. */
  sums: readonly number[]
  /** Customers by repeats. */
  customersOf: ReadonlyMap<number, number>
  /** Sum of ln m, and of x ln m. */
  lnMeans: number
  weightedLnMeans: number
}

/** Sorts customers and adds up what can be. */
export function toSpendTable(spenders: readonly Spender[]): SpendTable {
  const sorted = [...spenders].sort((a, b) => a.repeats - b.repeats || a.meanSpend - b.meanSpend)
  const customersOf = new Map<number, number>()
  let [lnMeans, weightedLnMeans] = [0, 0]
  for (const { repeats, meanSpend } of sorted) {
    customersOf.set(repeats, (customersOf.get(repeats) ?? 0) + 1)
    lnMeans += Math.log(meanSpend)
    weightedLnMeans += repeats * Math.log(meanSpend)
  }
  const sums = sorted.map(({ repeats, meanSpend }) => repeats * meanSpend)
  return { repeats: sorted.map(({ repeats }) => repeats), sums, customersOf, lnMeans, weightedLnMeans }
}

/**
 * Log-likelihood of the Gamma-Gamma model (Fader and Hardie 2013, note 025). Per customer:
 * `lnG(px + q) - lnG(px) - lnG(q) + q ln gamma + (px - 1) ln m + px ln x - (px + q) ln(gamma + m x)`.
 */
export function spendLikelihood(table: SpendTable, { p, q, gamma }: SpendModel): number {
  let sum = p * table.weightedLnMeans - table.lnMeans
  for (const [x, customers] of table.customersOf) {
    sum += customers * (lnGamma(p * x + q) - lnGamma(p * x) - lnGamma(q) + q * Math.log(gamma) + p * x * Math.log(x))
  }
  for (let at = 0; at < table.sums.length; at++) sum -= (p * table.repeats[at]! + q) * Math.log(gamma + table.sums[at]!)
  return sum
}
