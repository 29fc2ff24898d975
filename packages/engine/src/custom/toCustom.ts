import type { EventDraft } from '../event.ts'
import { toSearchTerm } from '../boundary/searchTerm.ts'

/** A letter, then letters, digits and what Segment and GA4 put between them; GA4's length. */
const nameShape = /^\p{L}[\p{L}\d _.:-]{0,39}$/u
/** GA4's number of parameters per event. */
const maxParams = 25

/**
 * A custom event: the shop's own name and at most 25 plain values. Texts pass the filter that search terms pass (no e-mail
 * addresses, no long numbers); lists and objects are left out.
 *
 * @returns undefined when the name is none
 */
export function toCustom(name: unknown, params: unknown): EventDraft | undefined {
  const eventName = typeof name === 'string' && nameShape.test(name) ? toSearchTerm(name) : undefined
  if (eventName === undefined) return undefined
  const clean: Record<string, string | number | boolean> = { __proto__: null!, event_name: eventName }
  const entries = typeof params === 'object' && params !== null ? Object.entries(params) : []
  let count = 0
  for (const [key, value] of entries) {
    if (count === maxParams) break
    if (key === 'event_name' || !/^\w{1,40}$/.test(key)) continue
    const plain = typeof value === 'boolean' ? value
      : typeof value === 'number' ? plainNumber(value) : toSearchTerm(value)
    if (plain === undefined) continue
    clean[key] = plain
    count++
  }
  return { name: 'custom', params: clean as { event_name: string } }
}

/** A number that could be a telephone or a card is none to keep: whole and of ten digits or more. */
function plainNumber(value: number): number | undefined {
  return Number.isFinite(value) && !(Number.isInteger(value) && Math.abs(value) >= 1e9) ? value : undefined
}
