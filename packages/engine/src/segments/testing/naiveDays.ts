const formats = new Map<string, Intl.DateTimeFormat>()
const days = new Map<string, number>()

/** Days since 1970 by a zone's calendar, from the date that the platform prints. */
export function localDay(at: number, timeZone: string): number {
  // No zone of today changes within a quarter of an hour.
  const key = `${timeZone} ${Math.floor(at / 9e5)}`
  let day = days.get(key)
  if (day === undefined) {
    const format = formats.get(timeZone) ?? new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' })
    formats.set(timeZone, format)
    days.set(key, day = Date.parse(`${format.format(at)}T00:00:00Z`) / 864e5)
  }
  return day
}

/** First moment of a local day, by steps of a quarter of an hour. */
export function startOfLocalDay(day: number, timeZone: string): number {
  let at = day * 864e5 - 864e5
  while (localDay(at, timeZone) < day) at += 9e5
  return at
}
