import type { RuleFact } from '@shopside/engine'
import type { MessageKey } from '../messages/en.ts'
import { rules } from '../messages/en/rules.ts'
import { t } from '../messages/t.ts'
import { dayOfMonth } from './day.ts'
import { list } from './list.ts'
import { money } from './money.ts'
import type { RuleContext } from './ruleContext.ts'

type FactNow = RuleFact & { kind: 'fact' }

/**
 * What was found of a fact, in its words: a number, a day, what the page is about. Never a tier, a stage or a group, which are labels.
 *
 * @returns undefined where the coarse sentence says as much
 */
export function factNowWords(fact: FactNow, context: RuleContext): string | undefined {
  const name = fact.fact
  const dot = name.indexOf('.')
  const rest = name.slice(dot + 1)
  switch (dot < 0 ? name : name.slice(0, dot)) {
    case 'orders': return fact.value === 0 ? t('now.orders.none') : figureWords(fact, context)
    case 'visits': return figureWords(fact, context)
    case 'cart': return fact.value === 0 && rest !== 'value' ? t('now.cart.empty') : figureWords(fact, context)
    case 'page': {
      const isNamed = (rest === 'category' || rest === 'brand') && typeof fact.value === 'string'
      return isNamed ? t('now.page-of', { title: String(fact.value) }) : t('now.page')
    }
    case 'campaign': return t('now.campaign')
    case 'referrer': return fact.value === undefined ? undefined : t('now.referrer', { title: String(fact.value) })
    case 'context': return t('now.context')
    case 'consent': return t('now.consent')
    case 'affinity': return likedWords(fact, context)
    case 'tier': return rest === '' ? t('now.tiers') : t('now.tier', { title: rest })
    case 'needs': return fact.holds ? t('now.needs') : undefined
    case 'time': return t(`now.${rest}` as MessageKey)
  }
  return undefined
}

/** A count, an amount or a day, by the name of the fact. */
function figureWords({ fact, value }: FactNow, { now, locale, currency }: RuleContext): string | undefined {
  const key = `now.${fact}`
  if (typeof value !== 'number' || !Object.hasOwn(rules, key)) return undefined
  const price = currency === undefined ? undefined : money(value, currency, locale)
  if (/value$|average$/.test(fact)) return price === undefined ? undefined : t(key as MessageKey, { price })
  if (/first$|last$|changed$/.test(fact)) return t(key as MessageKey, { day: dayOfMonth(value, locale, now) })
  return t(key as MessageKey, { count: value })
}

/** Only where what was asked for is what is liked: of a list some may be, and it is not known which. */
function likedWords({ op, than, holds }: FactNow, { locale }: RuleContext): string | undefined {
  const asked = [than].flat().filter(each => typeof each === 'string')
  const isKnown = holds && asked.length > 0 && (op === 'hasAll' || (op === 'hasAny' && asked.length === 1))
  return isKnown ? t('now.liked', { title: list(asked, locale) }) : undefined
}
