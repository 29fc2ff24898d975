import type { CltvNorms } from '@shopside/engine'
import { lifetimeValue } from '@shopside/engine'
import type { CustomerDays } from '../fit/customerDays.ts'
import { statsAt } from '../fit/customerDays.ts'
import { fitCltv } from '../fit/fitCltv.ts'
import type { Database } from './database.ts'
import { quantile } from './quantile.ts'
import { roundNorm } from './roundNorm.ts'

/**
 * Customers that the models are fitted to at most, evenly spread over their numbers, so that neither time nor memory grows for
 * ever. On the demo's orders repeated to 220,000 customers (`makeOrders`), 50,000 of them moved r and alpha by 0.1 % and
 * a / (a + b), which is small there, by 8 %; all of them took 6 seconds.
 */
const mostCustomers = 250_000

/** Fits the purchase and spend models to `purchase`, and finds from which value on a customer is in the best fifth. */
export async function trainCltv(
  database: Database, most: number = mostCustomers,
): Promise<{ cltv?: CltvNorms; valueCut?: number }> {
  const [facts] = await database.numbers('SELECT count(DISTINCT shopper), count(*), count(*) FILTER (priced), max(day) FROM purchase')
  const [shoppers, days, priced, untilDay] = facts as [number, number, number, number]
  if (shoppers === 0) return {}
  const customers = await readCustomers(database, Math.ceil(shoppers / most), days === priced)
  const { cltv } = fitCltv(customers, { untilDay, calibrate: true })
  if (!cltv.spend || cltv.priorOnly) return { cltv }
  const worths = customers.flatMap(customer => {
    const stats = statsAt(customer, untilDay)
    return stats ? [lifetimeValue(cltv, stats)!] : []
  }).sort((a, b) => a - b)
  return { cltv, valueCut: roundNorm(quantile(worths, 0.8)) }
}

/** Every `every`-th customer, by number. */
async function readCustomers(database: Database, every: number, valued: boolean): Promise<CustomerDays[]> {
  const customers: { days: number[]; values?: number[] }[] = []
  let last: number | undefined
  await database.read(`
    WITH shopper AS (SELECT DISTINCT shopper FROM purchase),
    customer AS (SELECT shopper, row_number() OVER (ORDER BY shopper) AS place FROM shopper)
    SELECT p.shopper, p.day, coalesce(CAST(p.value AS DOUBLE), CAST('NaN' AS DOUBLE)) FROM purchase AS p JOIN customer AS c ON c.shopper = p.shopper
    WHERE c.place % ${every} = 0 ORDER BY p.shopper, p.day`, ([shopper, day, value], rows) => {
    for (let row = 0; row < rows; row++) {
      if (shopper![row] !== last) customers.push({ days: [], ...(valued && { values: [] }) })
      last = shopper![row]!
      customers.at(-1)!.days.push(day![row]!)
      customers.at(-1)!.values?.push(value![row]! / 10_000)
    }
  })
  return customers
}
