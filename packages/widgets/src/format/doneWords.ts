import type { Plain, RuleFact } from '@shopside/engine'
import type { MessageKey } from '../messages/en.ts'
import { rules } from '../messages/en/rules.ts'
import { t } from '../messages/t.ts'
import { list } from './list.ts'
import { money } from './money.ts'
import type { RuleContext } from './ruleContext.ts'
import { shorten } from './shorten.ts'
import { windowOf } from './spanWords.ts'
import { wordLocale } from './wordLocale.ts'

type EventFact = RuleFact & { kind: 'events' }

/** Properties whose values are words that a shopper has seen; of others (ids, the shop's own) none is said. */
const seenProps: ReadonlySet<string> = new Set(['item_category', 'item_brand', 'item_name', 'item_variant', 'search_term'])
const moneyProps: ReadonlySet<string> = new Set(['value', 'price', 'item_revenue', 'discount'])
const itemProps: ReadonlySet<string> = new Set(['item_id', 'item_group_id', 'item_name'])
const titleLetters = 40

/**
 * A figure over events: "You looked at things 6 times in the last 30 days: Garden." What it was narrowed down to stands at its end; where
 * that cannot be said, a number is only the least.
 *
 * @returns undefined where nothing can be said that is sure to be true
 */
export function doneWords(fact: EventFact, context: RuleContext): string | undefined {
  const done = didWords(fact.event)
  if (done === undefined) return undefined
  const { agg, value, where = [] } = fact
  const titles = where.map(({ prop, op, value: asked }) => (
    seenProps.has(prop) && (op === '=' || op === 'in') ? titleOf(asked, context) : undefined))
  const isTold = !titles.includes(undefined)
  const title = isTold && titles.length > 0 ? titles.join(', ') : undefined
  const when = windowOf(fact)
  const end = (line: string): string => (title === undefined ? t('rule.end', { line }) : t('rule.about', { line, title }))
  if (agg === 'count' && typeof value === 'number') {
    // What is not said may have let others through: of those nothing is known.
    if (value === 0) return isTold ? end(t('rule.not', { did: done, when })) : undefined
    return end(t(isTold && isExact(fact) ? 'rule.times' : 'rule.times-or-more', { did: done, count: value, when }))
  }
  if (agg === 'distinct') {
    const line = differentWords(fact, isTold)
    return line === undefined ? undefined : end(line)
  }
  const figure = isTold ? figureOf(fact, context) : undefined
  if (figure === undefined) return undefined
  const line = t('rule.figure', { did: done, when, figure })
  return title === undefined ? t('rule.end', { line }) : t('rule.end', { line: `${line} (${title})` })
}

/** "looked at things"; undefined for an event of the shop's own, whose name is no word for a shopper. */
export function didWords(event: string): string | undefined {
  const key = `did.${event}`
  return Object.hasOwn(rules, key) ? t(key as MessageKey) : undefined
}

/** "You looked at 3 things in the last 7 days". */
function differentWords(fact: EventFact, isTold: boolean): string | undefined {
  const { prop = '', value } = fact
  const key = `different.${fact.event}`
  if (!itemProps.has(prop) || typeof value !== 'number' || value === 0 || !Object.hasOwn(rules, key)) return undefined
  const isNumber = isTold && isExact(fact)
  return t(key as MessageKey, {
    count: isNumber ? value : Infinity, number: isNumber ? value : t('rule.or-more', { count: value }), when: windowOf(fact),
  })
}

function figureOf(fact: EventFact, context: RuleContext): string | undefined {
  const { agg, prop = '', value } = fact
  if (value === undefined) return undefined
  if (agg === 'first' || agg === 'last' || agg === 'top') {
    const title = seenProps.has(prop) ? titleOf(value, context) : undefined
    return title === undefined ? undefined : t(`figure.${agg}`, { title })
  }
  const amount = amountOf(prop, value, context)
  return amount === undefined ? undefined : t(`figure.${agg}` as MessageKey, { amount })
}

function amountOf(prop: string, value: Plain, { currency, locale }: RuleContext): string | undefined {
  if (typeof value !== 'number') return undefined
  if (moneyProps.has(prop)) return currency === undefined ? undefined : money(value, currency, locale)
  if (prop !== 'quantity') return undefined
  const rounded = Math.round(value * 10) / 10
  return t('figure.pieces', { count: new Intl.NumberFormat(wordLocale(locale)).format(rounded) })
}

/** Counts are kept up to one beyond what they are compared with: from there on they are the least. */
function isExact({ value, than }: EventFact): boolean {
  return Number(value) <= Math.max(0, ...[than].flat().filter(part => typeof part === 'number'))
}

function titleOf(value: Plain | Plain[] | undefined, { locale }: RuleContext): string | undefined {
  const words = [value].flat().filter(each => typeof each === 'string')
  return words.length > 0 && words.length <= 3 ? list(words.map(each => shorten(each, titleLetters)), locale) : undefined
}
