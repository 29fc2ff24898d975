import type { Remembered } from '@shopside/browser'
import type { MessageKey } from '../messages/en.ts'
import { segments } from '../messages/en/segments.ts'
import { t } from '../messages/t.ts'
import { gap } from './gap.ts'
import { list } from './list.ts'
import { wordLocale } from './wordLocale.ts'

type Membership = Remembered['segments'][number]
type Fact = Membership['because'][number]

/**
 * What a shopper reads of a segment they are in; never its name. Somebody at risk reads their usual gap alone.
 *
 * @returns undefined for one that has no sentence
 */
export function segmentWords(id: Membership['id'], because: readonly Fact[]): string | undefined {
  const key = `segment.${id}`
  if (!Object.hasOwn(segments, key)) return undefined
  if (id !== 'at-risk') return t(key as MessageKey)
  const usual = because.find(fact => fact.kind === 'usual-gap')
  return usual && t('segment.at-risk', { gap: gap(usual.gapDays) })
}

/** One fact as a sentence; undefined when it is said elsewhere. */
export function factWords(fact: Fact, locale: string): string | undefined {
  switch (fact.kind) {
    case 'visits': return t('fact.visits', { count: fact.visits })
    case 'no-order': return t('fact.no-order')
    case 'purchase-days': return t('fact.purchase-days', { count: fact.days })
    case 'units-per-line': return t('fact.units-per-line', { count: fact.units, orders: fact.orders })
    case 'big-orders': return t('fact.big-orders', { count: fact.orders })
    case 'declared': return t('fact.declared')
    case 'last-order': return fact.daysAgo < 1 ? t('fact.last-order-today') : t('fact.last-order', { count: fact.daysAgo })
    case 'scores': return t('fact.scores')
    case 'spend':
    case 'value': return t('fact.spend')
    case 'discounted': return t('fact.discounted', { count: fact.lines, of: fact.of })
    case 'liking': return t('fact.liking', { title: fact.value })
    case 'bought-of': return t('fact.bought-of', { count: fact.orders, title: fact.value })
    case 'gifts': return t('fact.gifts', { count: fact.orders, of: fact.of })
    case 'season': return t('fact.season', { count: fact.days, of: fact.of, months: monthWords(fact.months, locale) })
    case 'events':
    case 'sequence': return fact.holds ? t('fact.did') : t('fact.did-not')
    case 'fact': return factOfNow(fact.fact)
    case 'score': return t('fact.score')
    case 'compared': return t('fact.compared', { count: fact.items, title: fact.value })
  }
  return undefined
}

/** What a rule of the shop looks at, by what the name of the fact begins with. */
function factOfNow(name: string): string {
  const family = name.slice(0, name.indexOf('.'))
  if (family === 'declared') return t('fact.declared')
  if (family === 'cart') return t('fact.cart')
  if (family === 'orders' || name === 'stage' || name === 'rfm') return t('fact.orders')
  if (family === 'visits') return t('fact.been-here')
  if (family === 'affinity' || family === 'tier' || family === 'needs') return t('fact.tastes')
  return t('fact.page')
}

function monthWords(months: readonly number[], locale: string): string {
  const format = new Intl.DateTimeFormat(wordLocale(locale), { month: 'long', timeZone: 'UTC' })
  return list(months.map(month => format.format(Date.UTC(2001, month))), locale)
}
