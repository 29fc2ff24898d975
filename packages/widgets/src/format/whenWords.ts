import type { TimeWindow } from '@shopside/engine'
import { t } from '../messages/t.ts'
import { wordLocale } from './wordLocale.ts'
import { daysUntil, foreignZone, readZonedTime, wallClock, type ZonedTime } from './zonedTime.ts'

/** A window this long or longer is "on that day", not "from 8 am to 8 pm". Hours. */
const wholeDayHours = 12

/** A day by its own calendar: "today", "tomorrow", "Thursday" within six days either way, else "22 December". */
export function zonedDay(time: ZonedTime, now: number, locale: string): string {
  const days = daysUntil(time, now)
  const words = wordLocale(locale)
  if (Math.abs(days) <= 1) return new Intl.RelativeTimeFormat(words, { numeric: 'auto' }).format(days, 'day')
  const form: Intl.DateTimeFormatOptions = Math.abs(days) < 7 ? { weekday: 'long' } : { day: 'numeric', month: 'long' }
  return new Intl.DateTimeFormat(words, { ...form, timeZone: 'UTC' }).format(wallClock(time))
}

/** "Thursday, 2:10 pm" by the time's own clock, with its zone where that is not the shopper's; a date stays a date. */
export function zonedMoment(time: ZonedTime, now: number, locale: string): string {
  const day = zonedDay(time, now, locale)
  return time.hasTime ? withZone(t('when.at', { day, time: clockForm(locale, [time]).format(wallClock(time)) }), time) : day
}

/** "09:12" today, "Thursday, 09:12" on another day, by the shopper's clock. Epoch ms. */
export function ownClock(at: number, now: number, locale: string): string {
  const time = new Intl.DateTimeFormat(wordLocale(locale), { hour: '2-digit', minute: '2-digit' }).format(at)
  const own: ZonedTime = { at, offsetMinutes: -new Date(at).getTimezoneOffset(), hasTime: true }
  return daysUntil(own, now) === 0 ? time : t('when.at', { day: zonedDay(own, now, locale), time })
}

/**
 * A window in words: "Thursday, 2–4 pm" · "Thursday" (a date, or most of a day) · "Thursday to Saturday" · "by Thursday".
 *
 * @returns undefined when neither end can be read
 */
export function windowWords(window: TimeWindow | undefined, now: number, locale: string): string | undefined {
  const from = readZonedTime(window?.from)
  const to = readZonedTime(window?.to)
  if (!from) return to && t('when.by', { day: zonedDay(to, now, locale) })
  if (!to) return zonedMoment(from, now, locale)
  const [fromDay, toDay] = [zonedDay(from, now, locale), zonedDay(to, now, locale)]
  if (fromDay !== toDay) return t('when.to', { from: fromDay, to: toDay })
  if (!from.hasTime || !to.hasTime || to.at - from.at >= wholeDayHours * 3_600_000) return fromDay
  const time = clockForm(locale, [from, to]).formatRange(wallClock(from), wallClock(to))
  return withZone(t('when.at', { day: fromDay, time }), from)
}

/** Hours as people say them; minutes only where one of the times has some. */
function clockForm(locale: string, times: readonly ZonedTime[]): Intl.DateTimeFormat {
  const words = wordLocale(locale)
  const hasMinutes = times.some(time => new Date(wallClock(time)).getUTCMinutes() !== 0)
  return new Intl.DateTimeFormat(words, {
    hour: 'numeric', timeZone: 'UTC', ...(hasMinutes && { minute: '2-digit' }), ...(words.startsWith('en') && { hour12: true }),
  })
}

function withZone(when: string, time: ZonedTime): string {
  const zone = foreignZone(time)
  return zone === undefined ? when : t('order.zone', { when, zone })
}
