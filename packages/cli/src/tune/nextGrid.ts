import type { NextParams } from '@shopside/engine'

/** How far back a visit speaks, and how much its neighbours' neighbours count: what decides the order of unseen items. */
export type NextShape = Pick<NextParams, 'items' | 'decay' | 'twoHop'>

/** What decides where seen items stand among them. */
export type NextReminder = Pick<NextParams, 'reminder' | 'current' | 'times'>

/** Items and decay: a short memory needs no more than ten items. */
const memories: readonly (readonly [items: number, decay: number])[] =
  [[10, 0.6], [10, 1], [10, 1.5], [10, 2.5], [20, 5], [20, 10]]

/** All shapes that tuning compares. */
export const nextShapes: readonly NextShape[] = memories.flatMap(([items, decay]) =>
  [0, 0.15, 0.4, 1].map(twoHop => ({ items, decay, twoHop })))

/** All reminders that tuning compares: from "hardly ever" to "always first". */
export const nextReminders: readonly NextReminder[] = [0.03, 0.1, 0.3, 1, 3, 10].flatMap(reminder =>
  [0.1, 0.3, 1].flatMap(current => [0, 0.5, 1].map(times => ({ reminder, current, times }))))
