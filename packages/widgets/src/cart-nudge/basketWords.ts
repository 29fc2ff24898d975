import type { CartNudge } from '@shopside/engine'
import { money, sumMoney } from '../format/money.ts'
import { t } from '../messages/t.ts'

type Changes = CartNudge['changes']

/** "1 is sold out, 1 costs £0.30 less now." A dearer one is named as plainly as a cheaper one. undefined: nothing changed. */
export function changeWords(changes: Changes, currency: string | undefined, locale: string): string | undefined {
  const words: string[] = []
  const soldOut = changes.filter(change => change.kind === 'sold-out').length
  if (soldOut > 0) words.push(t('nudge.sold-out', { count: soldOut }))
  for (const kind of ['cheaper', 'dearer'] as const) {
    const amounts = changes.filter(change => change.kind === kind).map(change => change.by)
    if (amounts.length === 0 || currency === undefined) continue
    const price = money(sumMoney(amounts, currency, locale), currency, locale)
    if (price !== undefined) words.push(t(`nudge.${kind}`, { count: amounts.length, price }))
  }
  return words.length === 0 ? undefined : `${words.join(', ')}.`
}

/** Today's total of what can still be bought, in words; undefined when one price is unknown. */
export function totalWords(lines: CartNudge['lines'], currency: string | undefined, locale: string): string | undefined {
  const available = lines.filter(line => line.available)
  if (currency === undefined || available.length === 0) return undefined
  const amounts: number[] = []
  for (const line of available) {
    if (line.price === undefined) return undefined
    amounts.push(line.price * line.quantity)
  }
  return money(sumMoney(amounts, currency, locale), currency, locale)
}
