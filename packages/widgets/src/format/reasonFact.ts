import type { ComponentChild } from 'preact'
import type { Reason } from '@shopside/engine'
import { onDay } from './day.ts'
import { fill, lineOf, type ReasonContext, type ReasonMessage } from './reasonWords.tsx'

/** A reason at full length, for "Why this": with how often and when. */
export function reasonFact(reason: Reason, context: ReasonContext): ComponentChild[] {
  const [key, values] = factOf(reason, context)
  return fill(key, values, Infinity)
}

function factOf(reason: Reason, context: ReasonContext): ReasonMessage {
  switch (reason.kind) {
    case 'viewed-item':
    case 'ordered-item':
    case 'buy-again':
    case 'seen-before': {
      const day = onDay(reason.lastAt, context.now, context.locale)
      return [
        `fact.${reason.kind}`,
        { day, ...('title' in reason && { title: reason.title }), ...('times' in reason && { count: reason.times }) },
      ]
    }
    case 'bought-with':
      return reason.oneIn === undefined
        ? lineOf(reason, context)
        : ['fact.bought-with-one-in', { count: reason.oneIn, title: reason.title }]
    default:
      return context.more?.fact(reason, context) ?? lineOf(reason, context)
  }
}
