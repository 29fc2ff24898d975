import { toCustom, toDeclared } from '@shopside/engine'
import { toDraft, type DraftResult, type Origin } from '@shopside/engine/boundary'
import { fromSegment } from './fromSegment.ts'

/** GA4 names that mean one of ours. */
const ga4Names: ReadonlyMap<string, string> = new Map([['view_search_results', 'search']])

/**
 * An event under a name that is none of ours: the Segment spec's and a few of GA4's are mapped, every other valid name is kept as
 * a `custom` event with its plain parameters.
 *
 * @param warn says once which name was mapped, so that the shop may use ours
 */
export function readForeign(
  name: string, params: unknown, origin: Origin, warn: (code: string, remedy: string) => void,
): DraftResult {
  // From `track('custom', …)` and from a copy: the name is a parameter.
  if (name === 'custom') return orUnknown(toCustom((params as { event_name?: unknown } | null)?.event_name, params))
  if (name === 'declare') return orUnknown(toDeclared((params as { facts?: unknown } | null)?.facts))
  const ga4Name = ga4Names.get(name)
  if (ga4Name !== undefined) return toDraft(ga4Name, params, origin)
  const ours = fromSegment(name, params)
  if (ours === undefined) return orUnknown(toCustom(name, params))
  warn('event-mapped', `track("${name}") is kept as "${ours.name}". Say that name: its parameters are in the documentation.`)
  return toDraft(ours.name, ours.params, origin)
}

function orUnknown(draft: DraftResult['draft']): DraftResult {
  return draft === undefined ? { reason: 'unknown-event' } : { draft }
}
