import { t } from '../messages/t.ts'
import { wordLocale } from './wordLocale.ts'

const dayMs = 86_400_000
/** After eleven months a day has the name of one that is near. */
const namesakeMs = 330 * dayMs

/** Whole calendar days from `at` to `now` in the browser's own zone; negative in the future. */
export function calendarDaysAgo(at: number, now: number): number {
  return Math.round((startOfDay(now) - startOfDay(at)) / dayMs)
}

/** A day as it is said: "today", "yesterday", "Thursday" within a week, else "18 November". Epoch ms. */
export function dayName(at: number, now: number, locale: string): string {
  const daysAgo = calendarDaysAgo(at, now)
  const words = wordLocale(locale)
  if (daysAgo === 0 || daysAgo === 1) return new Intl.RelativeTimeFormat(words, { numeric: 'auto' }).format(-daysAgo, 'day')
  if (daysAgo > 1 && daysAgo < 7) return new Intl.DateTimeFormat(words, { weekday: 'long' }).format(at)
  return dayOfMonth(at, locale, now)
}

/** The same inside a sentence: "today", "yesterday", "on Thursday", "on 18 November". */
export function onDay(at: number, now: number, locale: string): string {
  const day = dayName(at, now, locale)
  const daysAgo = calendarDaysAgo(at, now)
  return daysAgo === 0 || daysAgo === 1 ? day : t('day.on', { day })
}

/**
 * "18 November": no year, as people say it of the last months; "6 December 2010" where that would be taken for another. Epoch ms.
 */
export function dayOfMonth(at: number, locale: string, now: number = at): string {
  const isLongAgo = now - at > namesakeMs
  return new Intl.DateTimeFormat(
    wordLocale(locale), { day: 'numeric', month: 'long', ...(isLongAgo && { year: 'numeric' }) },
  ).format(at)
}

function startOfDay(at: number): number {
  return new Date(at).setHours(0, 0, 0, 0)
}
