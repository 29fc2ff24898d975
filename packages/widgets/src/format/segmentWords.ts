import type { Remembered } from '@shopside/browser'
import type { RuleFact } from '@shopside/engine'
import type { MessageKey } from '../messages/en.ts'
import { segments } from '../messages/en/segments.ts'
import { t } from '../messages/t.ts'
import { gap } from './gap.ts'
import { list } from './list.ts'
import { wordLocale } from './wordLocale.ts'

/** One segment that the shopper is in. */
export type Membership = Remembered['segments'][number]
/** One fact of a membership. */
export type Fact = Membership['because'][number]

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

/**
 * The reasons of a membership, a sentence each, and none twice: likings are named together, and what the membership's own sentence says
 * already is left out.
 *
 * @param known the membership's own sentence
 * @param ruleWords what a leaf of a shop's own rule says; without their file nothing is said of it
 */
export function reasonSentences(
  because: readonly Fact[], locale: string, known?: string, ruleWords?: (fact: RuleFact) => string | undefined,
): string[] {
  const liked = because.filter(fact => fact.kind === 'liking').map(fact => fact.value)
  const sentences = because.map((fact, place) => {
    if (isRuleFact(fact)) return ruleWords?.(fact)
    if (fact.kind === 'liking') return t('fact.liking', { title: list(liked, locale) })
    return factWords(fact, locale, place > 0)
  })
  return [...new Set(sentences)].filter((words): words is string => words !== undefined && words !== known)
}

/** One fact as a sentence; undefined when it is said elsewhere. @param isNext another one stands before it */
function factWords(fact: Fact, locale: string, isNext: boolean): string | undefined {
  switch (fact.kind) {
    // "This is your first visit" says it already.
    case 'visits': return fact.visits > 1 ? t('fact.visits', { count: fact.visits }) : undefined
    case 'purchase-days': return t('fact.purchase-days', { count: fact.days })
    case 'units-per-line': return t('fact.units-per-line', { count: fact.units, orders: fact.orders })
    case 'big-orders': return t('fact.big-orders', { count: fact.orders })
    case 'declared': return t('fact.declared')
    case 'last-order':
      return t(fact.daysAgo < 1 ? 'fact.last-order-today' : isNext ? 'fact.then-last' : 'fact.last-order', { count: fact.daysAgo })
    case 'scores': return t('fact.scores')
    case 'spend':
    case 'value': return t('fact.spend')
    case 'discounted': return t('fact.discounted', { count: fact.lines, of: fact.of })
    case 'bought-of': return t('fact.bought-of', { count: fact.orders, title: fact.value })
    case 'gifts': return t('fact.gifts', { count: fact.orders, of: fact.of })
    case 'season': return t('fact.season', { count: fact.days, of: fact.of, months: monthWords(fact.months, locale) })
    case 'compared': return t('fact.compared', { count: fact.items, title: fact.value })
  }
  return undefined
}

/** True for what a rule of the shop stands on: the words of that come in a part of their own. */
export function isRuleFact(fact: Fact): fact is RuleFact {
  // What a rule asks, it asks to hold or not; what presets find does.
  return 'holds' in fact
}

function monthWords(months: readonly number[], locale: string): string {
  const format = new Intl.DateTimeFormat(wordLocale(locale), { month: 'long', timeZone: 'UTC' })
  return list(months.map(month => format.format(Date.UTC(2001, month))), locale)
}
