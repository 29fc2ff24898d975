import { readOrderId } from '../../shop/orderId.ts'
import { stepTimes } from '../../shop/parcelsAt.ts'
import { fetchTemplate } from '../askParcels.ts'
import { build, type Child } from '../build.ts'
import { setClock } from '../readAddress.ts'
import { act, part, shortTime } from './part.ts'
import type { MakeSection } from './Section.ts'

/** A step is looked at a minute after it happened. */
const afterMs = 60_000

/** The parcels of this page's order, else of the last one placed: they follow the clock, and a step moves it there. */
export const parcelSection: MakeSection = ({ record, page }) => {
  const orderId = page.order ?? record.get().placed.at(-1)?.id
  const facts = orderId === undefined ? undefined : readOrderId(orderId)
  const list = build('div', {})
  let drawn = false
  return {
    element: part(
      'Parcel', page.order !== undefined, facts ? list : build('p', {}, 'Place an order first: its parcel follows the clock.'),
    ),
    async refresh() {
      if (!facts || drawn) return
      drawn = true
      const template = await fetchTemplate(facts.scenario).catch(() => undefined)
      if (!template) return list.replaceChildren(build('p', {}, 'The parcel file cannot be had.'))
      const steps = template.parcels.flatMap((plan): Child[] => {
        const times = stepTimes(plan, facts.placedAt)
        return plan.steps.map((step, index) => {
          const at = (times[index] ?? facts.placedAt) + afterMs
          return build('li', {
            class: at <= record.now() ? 'past' : '',
          }, `${plan.key} `, act(`${shortTime(at - afterMs)} ${step.status}`, () => {
            setClock(record, at)
            location.reload()
          }))
        })
      })
      list.replaceChildren(
        build('p', {}, `${orderId}, file ${facts.scenario} of 6. ${template.about}`), build('ul', {}, ...steps),
      )
    },
  }
}
