import type { Reason } from '@shopside/engine'
import { t } from '../messages/t.ts'
import { onDay } from './day.ts'
import { money } from './money.ts'
import { lineOf, reasonLetters, type MoreReasonWords, type ReasonContext, type ReasonMessage } from './reasonWords.tsx'
import { wordLocale } from './wordLocale.ts'

/** Reasons of the strategies that only some pages ask for; prices as the page writes them. */
export const moreReasonWords: MoreReasonWords = { line, fact }

function line(reason: Reason, context: ReasonContext): ReasonMessage {
  switch (reason.kind) {
    case 'also-viewed':
    case 'bought-after-view':
      return [`reason.${reason.kind}`, { title: reason.title }]
    case 'was-in-cart':
      return ['reason.was-in-cart', { day: onDay(reason.lastAt, context.now, context.locale) }]
    case 'price-drop': {
      const values = pricesOf(reason, context)
      return values && t('reason.price-drop', values).length <= reasonLetters
        ? ['reason.price-drop', values]
        : ['reason.price-drop-unpriced', {}]
    }
    case 'in-season':
      return ['reason.in-season', { month: monthName(reason.month, context.locale) }]
    case 'trending':
      return [reason.by ? 'reason.trending-looks' : 'reason.trending', {}]
    case 'back-in-stock':
    case 'free-shipping':
    case 'hand-picked':
      return [`reason.${reason.kind}`, {}]
    default:
      return lineOf(reason, context)
  }
}

function fact(reason: Reason, context: ReasonContext): ReasonMessage {
  switch (reason.kind) {
    case 'was-in-cart':
    case 'back-in-stock':
      return [`fact.${reason.kind}`, { day: onDay(reason.lastAt, context.now, context.locale) }]
    case 'price-drop': {
      const values = pricesOf(reason, context)
      return values ? ['fact.price-drop', values] : line(reason, context)
    }
    case 'free-shipping': {
      const price = money(reason.gap, reason.currency, context.locale)
      return price === undefined ? line(reason, context) : ['fact.free-shipping', { price }]
    }
    default:
      return line(reason, context)
  }
}

/** Both prices in words; undefined when the currency has none. */
function pricesOf(
  { price, before, currency }: Extract<Reason, { kind: 'price-drop' }>, { locale }: ReasonContext,
): { price: string; before: string } | undefined {
  const words = [money(price, currency, locale), money(before, currency, locale)] as const
  return words[0] !== undefined && words[1] !== undefined ? { price: words[0], before: words[1] } : undefined
}

function monthName(month: number, locale: string): string {
  return new Intl.DateTimeFormat(wordLocale(locale), { month: 'long', timeZone: 'UTC' }).format(Date.UTC(2000, month))
}
