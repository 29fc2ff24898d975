import { tick } from '../tick.ts'
import { readAnswer } from '../answer.ts'
import { build } from '../build.ts'
import { part } from './part.ts'
import type { MakeSection } from './Section.ts'

/** Tasks in the order of the list, by the word that the record keeps. */
const tasks: readonly (readonly [id: string, words: string])[] = [
  ['look', 'Look at one thing three times and go home'],
  ['set', 'Add a set with one click'],
  ['leave', 'Leave a basket, move a day, come back'],
  ['order', 'Place an order and watch its parcel'],
  ['not-for-me', 'Say “Not for me”'],
  ['why', 'Ask why'],
  ['erase', 'Erase everything'],
  ['no', 'Say no to remembering and look at what is stored'],
]

/** What an event says of itself here. */
interface Told {
  name?: string
  params?: { shopside_strategy?: string; promotion_id?: string; page_type?: string }
}

/** Try this: ticked by the shop itself, from what it sees happen. */
export const trySection: MakeSection = ({ shop, record, page }) => {
  const list = build('ul', { class: 'tasks' })
  document.addEventListener('click', event => {
    // the button has no event of its own; its part says what it is
    if (event.composedPath().some(target => target instanceof Element && target.part.contains('why'))) tick(record, 'why')
  }, true)
  return {
    element: part('Try this', true, list),
    async refresh() {
      const events = (await shop.export()).events as Told[]
      const { profile: { value: profile } } = shop
      const happened = (name: string, when: (params: NonNullable<Told['params']>) => boolean): boolean =>
        events.some(event => event.name === name && when(event.params ?? {}))
      if (page.type === 'home' && Object.values(profile?.items ?? {}).some(({ views }) => views >= 3)) tick(record, 'look')
      if (happened('add_to_cart', ({ shopside_strategy: strategy }) => strategy === 'bought-together')) tick(record, 'set')
      if (happened('view_promotion', ({ promotion_id: id }) => id === 'cart-nudge')) tick(record, 'leave')
      if (page.type === 'order' && record.get().placed.some(({ id }) => id === page.order)) tick(record, 'order')
      if (Object.keys(profile?.notForMe ?? {}).length > 0) tick(record, 'not-for-me')
      if (page.type === 'your-data' && readAnswer()?.personalize === false) tick(record, 'no')
      const { tried } = record.get()
      list.replaceChildren(...tasks.map(([id, words]) => build('li', { class: tried.includes(id) ? 'past' : '' },
        build('span', { 'aria-hidden': 'true' }, tried.includes(id) ? '✓ ' : '○ '), words, tried.includes(id)
          && build('span', { class: 'unseen' }, ' (done)'))))
    },
  }
}
