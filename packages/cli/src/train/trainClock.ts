import type { StoreNorms } from '@shopside/engine'
import type { Database } from './database.ts'
import { roundNorm } from './roundNorm.ts'

const dayMs = 86_400_000
/** A month is drawn towards the usual by this much of a usual month: ours, so that one busy day makes no season. */
const usualWeight = 0.2

/**
 * Shares of orders by hour and weekday, and the index of orders a day by month: `(orders / days + 0.2 base) / 1.2 base`, 1 where
 * nothing is known. By the clock that the orders' times are written in. No hours where all orders are dated without a time.
 */
export async function trainClock(database: Database): Promise<Pick<StoreNorms, 'hours' | 'weekdays' | 'season'>> {
  const shares = async (size: number, part: string): Promise<number[]> => {
    const counts = Array.from({ length: size }, () => 0)
    for (const [at, orders] of await database.numbers(`SELECT ${part} AS part, count(*) FROM shop_order GROUP BY part`))
      counts[at!] = orders!
    const sum = counts.reduce((all, count) => all + count, 0)
    return counts.map(count => roundNorm(count / sum))
  }
  const days = (await database.numbers('SELECT day, count(*) FROM shop_order GROUP BY day ORDER BY day')) as [number, number][]
  const hours = await shares(24, 'CAST(floor(at_ms / 3600000.0) AS BIGINT) % 24')
  return {
    ...(hours[0]! < 1 && { hours }),
    weekdays: await shares(7, '(4 + day) % 7'),
    season: seasonOf(days),
  }
}

function seasonOf(days: readonly [day: number, orders: number][]): NonNullable<StoreNorms['season']> {
  const [first, last] = [days[0]![0], days.at(-1)![0]]
  const seen = Array.from({ length: 12 }, () => 0)
  const sold = Array.from({ length: 12 }, () => 0)
  const monthOf = (day: number): number => new Date(day * dayMs).getUTCMonth()
  for (let day = first; day <= last; day++) seen[monthOf(day)]!++
  for (const [day, orders] of days) sold[monthOf(day)]! += orders
  const base = sold.reduce((all, orders) => all + orders, 0) / (last - first + 1)
  const months = sold.map((orders, month) =>
    seen[month] === 0 ? 1 : roundNorm((orders / seen[month]! + usualWeight * base) / (base * (1 + usualWeight))),
  )
  return { months, years: Math.floor((last - first + 1) / 36.525) / 10 }
}
