import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readOrderId } from '../shop/orderId.ts'
import { parcelsAt } from '../shop/parcelsAt.ts'
import type { ParcelTemplate } from '../shop/ParcelTemplate.ts'
import { contentTypes, type Answer } from './Answer.ts'

/**
 * Header that says what time it is by the shop's clock, ISO 8601: that clock runs in each visitor's browser, a server has no such
 * thing.
 */
export const shopTimeHeader = 'shop-time'

/**
 * The shop's order endpoint, `/parcels/<order>.json`: what has happened to its parcels by the shop's clock. The ETag follows from
 * the body, so that asking again costs a 304 until a parcel moves.
 *
 * A real shop asks for a session or an unguessable token here. This one keeps no orders: the number itself says when it was
 * placed and which parcel file it follows, and the answer holds no more than that.
 *
 * @param folder of `1.json` to `6.json`
 * @returns undefined for a number that is none of ours and for a time that is none: both are one and the same "not here"
 */
export function parcelAnswers(folder: string): (name: string, time: string | undefined) => Promise<Answer | undefined> {
  const templates = new Map<number, Promise<ParcelTemplate>>()

  function templateOf(scenario: number): Promise<ParcelTemplate> {
    const known = templates.get(scenario) ?? readFile(
      join(folder, `${scenario}.json`), 'utf8',
    ).then(text => JSON.parse(text) as ParcelTemplate)
    templates.set(scenario, known)
    return known
  }

  return async (name, time) => {
    const orderId = /^([A-Z0-9-]+)\.json$/.exec(name)?.[1]
    const facts = orderId === undefined ? undefined : readOrderId(orderId)
    const now = Date.parse(time ?? '')
    if (orderId === undefined || !facts || Number.isNaN(now)) return undefined
    const status = parcelsAt(await templateOf(facts.scenario), { id: orderId, placedAt: facts.placedAt }, now)
    return { status: 200, type: contentTypes['.json'] ?? 'application/json', body: JSON.stringify(status), cache: 'no-cache' }
  }
}
