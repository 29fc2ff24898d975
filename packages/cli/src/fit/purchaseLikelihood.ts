import type { PurchaseModel } from '@shopside/engine'
import { lnGamma } from './lnGamma.ts'
import { logSumExp } from './logSumExp.ts'
import type { PurchaseTable } from './purchaseTable.ts'

/**
 * Log-likelihood of a purchase model. Per customer (Hardie's note 027, in a form that does not overflow): `lnG(r + x) - lnG(r)
 * + r ln alpha + lnB(a, b + n) - lnB(a, b) + ln(e^(-(r+x) ln(alpha + T)) + e^(ln a - ln(b + n - 1) - (r+x) ln(alpha + t_x)))`
 * with n = x orders that the customer has stayed after in BG/NBD, and x + 1 in MBG/NBD (Batislam, Denizel, Filiztekin 2007),
 * where the first one counts; the second part is nothing for n = 0.
 */
export function purchaseLikelihood(table: PurchaseTable, model: PurchaseModel): number {
  const { weeks, repeats, last, age, customers, mostRepeats } = table
  const { r, alpha, a, b } = model
  const lnWaited = weeks.map(week => Math.log(alpha + week))
  const lnBeta = (first: number, second: number): number => lnGamma(first) + lnGamma(second) - lnGamma(first + second)
  const base: number[] = []
  const left: number[] = []
  for (let x = 0; x <= mostRepeats; x++) {
    const stayed = model.model === 'bg-nbd' ? x : x + 1
    base.push(lnGamma(r + x) - lnGamma(r) + r * Math.log(alpha) + lnBeta(a, b + stayed) - lnBeta(a, b))
    left.push(stayed === 0 ? -Infinity : Math.log(a) - Math.log(b + stayed - 1))
  }
  let sum = 0
  for (let row = 0; row < repeats.length; row++) {
    const x = repeats[row]!
    const active = -(r + x) * lnWaited[age[row]!]!
    const gone = left[x]! - (r + x) * lnWaited[last[row]!]!
    sum += customers[row]! * (base[x]! + logSumExp(active, gone))
  }
  return sum
}
