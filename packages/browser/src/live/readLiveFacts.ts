import type { LiveFact } from '@shopside/engine'
import { toCurrency, toPrice } from '@shopside/engine/boundary'

/**
 * What a shop answered, read field by field: of the items that were asked for, and its own fields alone, because a page may have
 * added to Object.prototype. An item that is not named, or is no object, has no fact.
 *
 * @throws when it is no answer by item at all
 */
export function readLiveFacts(answer: unknown, itemIds: readonly string[]): Map<string, LiveFact> {
  if (typeof answer !== 'object' || answer === null || Array.isArray(answer)) throw new Error('live-answer')
  const facts = new Map<string, LiveFact>()
  for (const itemId of itemIds) {
    const given = own(answer, itemId)
    if (given === undefined) continue
    const price = toPrice(own(given, 'price'))
    const currency = toCurrency(own(given, 'currency'))
    const available = own(given, 'available')
    facts.set(itemId, {
      ...(price !== undefined && { price }), ...(currency !== undefined && { currency }),
      ...(typeof available === 'boolean' && { available }),
    })
  }
  return facts
}

function own(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Record<string, unknown>)[name]
    : undefined
}
