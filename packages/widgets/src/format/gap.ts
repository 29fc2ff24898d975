import { t } from '../messages/t.ts'

/** A usual gap in the unit people say: under 2 weeks in days, under 9 weeks in weeks, else in months. `days` > 0. */
export function gap(days: number): string {
  if (days < 14) return t('gap.days', { count: Math.max(1, Math.round(days)) })
  if (days < 63) return t('gap.weeks', { count: Math.round(days / 7) })
  return t('gap.months', { count: Math.round(days / 30.4) })
}
