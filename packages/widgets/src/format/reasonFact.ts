import type { ComponentChild } from 'preact'
import type { Reason } from '@shopside/engine'
import type { MessageKey } from '../messages/en.ts'
import type { MessageValues } from '../messages/t.ts'
import { onDay } from './day.ts'
import { fill, lineOf, type ReasonContext } from './reasonWords.tsx'

/** A reason at full length, for "Why this": with how often and when. */
export function reasonFact(reason: Reason, context: ReasonContext): ComponentChild[] {
  const [key, values] = factOf(reason, context)
  return fill(key, values, Infinity)
}

function factOf(reason: Reason, context: ReasonContext): [MessageKey, MessageValues] {
  if ('lastAt' in reason) {
    const values: MessageValues = { day: onDay(reason.lastAt, context.now, context.locale) }
    if ('title' in reason) values['title'] = reason.title
    if ('times' in reason) values['count'] = reason.times
    return [`fact.${reason.kind}`, values]
  }
  if (reason.kind === 'bought-with' && reason.oneIn !== undefined) {
    return ['fact.bought-with-one-in', { count: reason.oneIn, title: reason.title }]
  }
  return lineOf(reason, context)
}
