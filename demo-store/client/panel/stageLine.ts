import type { Shopper } from 'shopside'
import { build } from '../build.ts'
import { shortTime } from './part.ts'

/**
 * The shopper's way through the stages, oldest first, with the day of each; where the clock stands; and when time alone will bring the
 * next.
 */
export function stageLine({ lifecycle }: Shopper, now: number): HTMLElement | undefined {
  if (lifecycle === undefined) return undefined
  const { history, flipsAt } = lifecycle
  return build('ol', { class: 'stages', 'aria-label': 'Stages of this shopper' },
    history.map(({ id, since }, place) => {
      const isLast = place === history.length - 1
      return build('li', { ...(isLast && { class: 'now', 'aria-current': 'step' }) }, `${day(since)} ${id}${isLast ? `, and now it is ${shortTime(now)}` : ''}`)
    }),
    flipsAt !== undefined && build('li', { class: 'ahead' }, `${day(flipsAt)} next, if nothing is ordered`))
}

function day(at: number): string {
  return format.format(at)
}

const format = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'GMT' })
