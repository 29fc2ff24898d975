const months = [
  'January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December',
] as const

/** A day of the catalogue in words, without its year: `2011-12-09` → `9 December`. */
export function toDay(day: string): string {
  const [, month = '', date = ''] = day.split('-')
  const name = months[Number(month) - 1]
  return name === undefined ? day : `${Number(date)} ${name}`
}
