import type { ComponentChild } from 'preact'
import type { Reason, StrategyName } from '@shopside/engine'
import type { MessageKey } from '../messages/en.ts'
import { t, tParts, type MessageValues } from '../messages/t.ts'
import { dayName, onDay } from './day.ts'
import { gap } from './gap.ts'
import { shorten } from './shorten.ts'

/** A reason line never has more letters (`reference/widgets.md`, reason): the title gives way, never the fact. */
export const reasonLetters = 45

/** When and where a reason is said. `now` epoch ms. */
export interface ReasonContext {
  now: number
  locale: string
  /** Bought-together rows may say "this" of the page's item; elsewhere the item is named. */
  strategy: StrategyName
  /** Reasons of the strategies that only some pages ask for. Without it: no such reason comes. */
  more?: MoreReasonWords
}

/** Message and values of a reason. */
export type ReasonMessage = [MessageKey, MessageValues]

/** A reason as a line and at full length. See `moreReasonWords`. */
export interface MoreReasonWords {
  line(reason: Reason, context: ReasonContext): ReasonMessage
  fact(reason: Reason, context: ReasonContext): ReasonMessage
}

/** The line under the title, e.g. "Because you looked at *Pantry Cake Tins*"; titles stand in `<bdi>`. */
export function reasonLine(reason: Reason, context: ReasonContext): ComponentChild[] {
  const [key, values] = lineOf(reason, context)
  return fill(key, values, reasonLetters)
}

/** A message in pieces, its title in `<bdi>` and cut so that all of it has at most `letters`. */
export function fill(key: MessageKey, values: MessageValues, letters: number): ComponentChild[] {
  const { title } = values
  if (title === undefined) return [t(key, values)]
  const around = [...t(key, { ...values, title: '' })].length
  return tParts(key, { ...values, title: <bdi>{shorten(String(title), letters - around)}</bdi> })
}

/** Message and values of a reason's line. */
export function lineOf(reason: Reason, context: ReasonContext): ReasonMessage {
  switch (reason.kind) {
    case 'bought-with':
      if (reason.oneIn !== undefined && context.strategy === 'bought-together') {
        return ['reason.bought-with-one-in', { count: reason.oneIn }]
      }
      return ['reason.bought-with', { title: reason.title }]
    case 'similar-to':
      return [`reason.similar-${reason.shared}`, { title: reason.title }]
    case 'buy-again':
      if (reason.everyDays === undefined) return ['reason.bought-times', { count: reason.times }]
      return ['reason.buy-again', { gap: gap(reason.everyDays) }]
    case 'seen-before':
      return ['reason.seen-before', { day: onDay(reason.lastAt, context.now, context.locale) }]
    case 'new':
    case 'popular':
      return inCategory(reason.kind, reason.category)
    case 'viewed-item':
    case 'wanted-more':
    case 'in-cart':
    case 'ordered-item':
      return [`reason.${reason.kind}`, { title: reason.title }]
    default:
      return context.more!.line(reason, context)
  }
}

/** A category that would not fit is left out: the fact stays whole. */
function inCategory(kind: 'new' | 'popular', category: string | undefined): ReasonMessage {
  if (category === undefined || t(`reason.${kind}-in`, { category }).length > reasonLetters) return [`reason.${kind}`, {}]
  return [`reason.${kind}-in`, { category }]
}

/** "Last time: 18 November, 72" of a buy-again card. */
export function lastTime(at: number, quantity: number, context: ReasonContext): string {
  return t('card.last-time', { day: dayName(at, context.now, context.locale), count: quantity })
}
