import type { Phase, Shipment } from '@shopside/engine'
import { t } from '../messages/t.ts'

/** One step of the way. */
export interface Step {
  phase: Phase
  label: string
  state: 'done' | 'current' | 'ahead'
}

type Way = readonly [Phase, Phase, Phase, Phase, Phase]
const usual: Way = ['ordered', 'packed', 'shipped', 'arriving', 'done']
const made: Way = ['ordered', 'making', 'packed', 'shipped', 'done']
const collected: Way = ['ordered', 'packed', 'shipped', 'pickup', 'done']

/**
 * The five steps of a parcel and where it stands. A parcel in trouble stands at the last step its events reached.
 *
 * @param names the shop's own words for steps (`step-names="making=Engraved"`)
 */
export function parcelSteps(shipment: Shipment, names: ReadonlyMap<string, string> = new Map()): Step[] {
  const reached = [...shipment.events.map(event => event.phase), shipment.phase]
  const way = wayOf(shipment, reached)
  let current = 0
  for (const phase of reached) current = Math.max(current, way.indexOf(placeOn(way, phase)))
  return way.map((phase, place) => ({
    phase,
    label: names.get(phase) ?? t(phase !== 'done' ? `step.${phase as Exclude<Phase, 'problem'>}`
      : shipment.direction === 'return' ? 'step.returned' : way === collected ? 'step.collected' : 'step.done'),
    state: place < current || (place === current && phase === 'done') ? 'done' : place === current ? 'current' : 'ahead',
  }))
}

function wayOf(shipment: Shipment, reached: readonly (Phase | undefined)[]): Way {
  if (shipment.pickup || reached.includes('pickup') || shipment.status === 'picked_up_by_customer') return collected
  return reached.includes('making') ? made : usual
}

/** A phase that this way does not name counts as the step before it. */
function placeOn(way: Way, phase: Phase | undefined): Phase {
  if (phase === undefined || phase === 'problem') return 'ordered'
  if (way.includes(phase)) return phase
  return phase === 'making' ? 'ordered' : 'shipped'
}
