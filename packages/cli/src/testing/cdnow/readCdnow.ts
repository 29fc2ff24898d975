import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { PurchaseStats } from '@shopside/engine'
import type { CustomerDays } from '../../fit/customerDays.ts'

/** One line of CDNOW's order log: a customer's order of a day, in dollars. */
export interface CdnowOrder {
  customerId: string
  /** Days since 1970. */
  day: number
  units: number
  value: number
}

/** Last day of the calibration period, 30 September 1997. */
export const cdnowUntilDay: number = Date.UTC(1997, 8, 30) / 86_400_000

/** The order log of the 1/10 sample: 6,919 orders of 2,357 customers (README.md beside this file). */
export function cdnowOrders(): CdnowOrder[] {
  return linesOf('CDNOW_sample.txt').map(line => {
    const [, customerId, date, units, value] = line.trim().split(/\s+/) as [string, string, string, string, string]
    const at = Date.UTC(Number(date.slice(0, 4)), Number(date.slice(4, 6)) - 1, Number(date.slice(6)))
    return { customerId, day: at / 86_400_000, units: Number(units), value: Number(value) }
  })
}

/** The same as purchase days; days that were worth nothing count, as they do in every published figure. */
export function cdnowCustomers(): CustomerDays[] {
  const spend = new Map<string, Map<number, number>>()
  for (const { customerId, day, value } of cdnowOrders()) {
    const days = spend.get(customerId) ?? new Map<number, number>()
    spend.set(customerId, days.set(day, (days.get(day) ?? 0) + value))
  }
  return [...spend.values()].map(days => {
    const sorted = [...days].sort(([a], [b]) => a - b)
    return { days: sorted.map(([day]) => day), values: sorted.map(([, value]) => value) }
  })
}

/** The published summary of the calibration period, weeks rounded to two decimals. */
export function cdnowSummary(): PurchaseStats[] {
  return linesOf('cdnow_customers_summary_with_transactions.csv').slice(1).map(line => {
    const [, repeats, lastWeeks, ageWeeks, meanSpend] = line.split(',').map(Number) as [number, number, number, number, number]
    return { repeats, lastWeeks, ageWeeks, ...(meanSpend > 0 && { meanSpend }) }
  })
}

function linesOf(file: string): string[] {
  return readFileSync(join(import.meta.dirname, file), 'utf8').split(/\r?\n/).filter(line => line !== '')
}
