import type { OrderStatus, Shopside } from 'shopside'
import { readOrderId } from '../shop/orderId.ts'
import type { ParcelTemplate } from '../shop/ParcelTemplate.ts'
import { parcelsAt } from '../shop/parcelsAt.ts'
import type { OwnRecord } from './ownRecord.ts'

/**
 * The shop's order endpoint: the parcel file that the order number names, as far as the shop's clock has come.
 *
 * @param shop asked late, because this is one of the options it is made with
 * @throws when the number is none of ours or the file cannot be had; `?parcels=off` makes it so
 */
export async function askParcels(orderId: string, record: OwnRecord, shop: () => Shopside): Promise<OrderStatus> {
  const facts = readOrderId(orderId)
  if (!facts) throw new Error(`no order ${orderId}`)
  if (new URLSearchParams(location.search).get('parcels') === 'off') throw new Error('the order endpoint is switched off')
  const template = await fetchTemplate(facts.scenario)
  const items = record.get().placed.find(({ id }) => id === orderId)?.lines
    ?? shop().orders.value?.find(({ id }) => id === orderId)?.items ?? []
  return parcelsAt(template, { id: orderId, placedAt: facts.placedAt, items }, record.now())
}

/** One of the six files. @throws when it cannot be had */
export async function fetchTemplate(scenario: number): Promise<ParcelTemplate> {
  const answer = await fetch(`/parcels/${scenario}.json`)
  if (!answer.ok) throw new Error(`parcel file ${scenario}: ${answer.status}`)
  return (await answer.json()) as ParcelTemplate
}
