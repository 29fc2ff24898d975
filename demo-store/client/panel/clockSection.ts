import { openingAt } from '../../shop/clock.ts'
import { toShopTime } from '../../shop/toShopTime.ts'
import { build } from '../build.ts'
import { moveClock, setClock } from '../readAddress.ts'
import { act, part, shortTime } from './part.ts'
import type { MakeSection } from './Section.ts'

const hourMs = 3_600_000
const dayMs = 24 * hourMs

/** The shop's clock. Moving it loads the page again: a painted row changes only at the next page. */
export const clockSection: MakeSection = ({ record, shop }) => {
  const face = build('p', { class: 'figure' })
  const due = build('span')
  const stage = build('span')
  const move = (ms: number): void => {
    moveClock(record, ms)
    location.reload()
  }
  const goTo = (at: number): void => {
    setClock(record, at)
    location.reload()
  }
  let asked = false
  return {
    element: part('Clock', true, face, build('div', { class: 'acts' },
      act('+1 hour', () => move(hourMs)), act('+1 day', () => move(dayMs)), act('+1 week', () => move(7 * dayMs)),
      due, stage, act('back to 10 December', () => goTo(openingAt)))),
    async refresh() {
      face.textContent = toShopTime(record.now())
      if (asked) return
      asked = true
      await shop.ready
      const next = await nextDueAt()
      const flipsAt = shop.profile.value?.lifecycle?.flipsAt
      if (flipsAt !== undefined) stage.replaceWith(act(`to the next stage, ${shortTime(flipsAt)}`, () => goTo(flipsAt + 60_000)))
      if (next !== undefined) due.replaceWith(act(`to next due date, ${shortTime(next)}`, () => goTo(next)))
    },
  }

  /** When the next thing bought regularly is due again, by the gap between its orders; undefined when nothing is. */
  async function nextDueAt(): Promise<number | undefined> {
    const again = await shop.recommend({ strategy: 'buy-again', limit: 20 })
    const times = again.flatMap(({ reason }) =>
      reason.kind === 'buy-again' && reason.everyDays !== undefined ? [reason.lastAt + reason.everyDays * dayMs] : [])
    return times.filter(at => at > record.now()).sort((a, b) => a - b)[0]
  }
}
