import type { LifecycleStage } from '@shopside/engine'

/** Lifecycle stages in the order of a table: those who buy first. */
export const stageOrder: readonly LifecycleStage[] = ['loyal', 'active', 'new', 'casual', 'at-risk', 'lapsed']

/** A preset's name for the shop: never what a shopper reads. */
export function presetName(id: string): string {
  const name = id.replace(/^rfm:/, '').replaceAll('-', ' ')
  return name[0]!.toUpperCase() + name.slice(1)
}

/** What a stage means, for who reads the report. */
export const stageMeaning: Readonly<Record<LifecycleStage, string>> = {
  'visitor': 'has not ordered',
  'new': 'first order within a month',
  'casual': 'ordered some time ago, not often',
  'active': 'ordered as lately as three of four do',
  'loyal': 'orders often, and lately',
  'at-risk': 'bought again, and is overdue',
  'lapsed': 'away longer than 19 of 20 gaps',
}

/** `Nov 2011` of the end of a month. */
export function monthName(end: number): string {
  return new Date(end).toLocaleDateString('en-US', { month: 'short', year: 'numeric', timeZone: 'UTC' })
}
