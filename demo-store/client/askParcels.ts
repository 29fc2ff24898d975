import type { OrderStatus, Shopside } from 'shopside'
import type { ParcelTemplate } from '../shop/ParcelTemplate.ts'
import { withLines, type ShopOrderStatus } from '../shop/withLines.ts'
import type { OwnRecord } from './ownRecord.ts'

/**
 * Asks the shop's order endpoint over the network, as any shop would. A function and not an address with `{order}` in it, because
 * the request says what time it is by the shop's clock, and because only this browser knows what was ordered.
 *
 * @param shop asked late, because this is one of the options it is made with
 * @throws when the number is none of ours or the server cannot be had; `?parcels=off` makes it so
 */
export async function askParcels(orderId: string, record: OwnRecord, shop: () => Shopside): Promise<OrderStatus> {
  if (new URLSearchParams(location.search).get('parcels') === 'off') throw new Error('the order endpoint is switched off')
  // no-cache: the browser shows the server the ETag it has, and is told that nothing moved
  const answer = await fetch(`/parcels/${encodeURIComponent(orderId)}.json`, {
    cache: 'no-cache', headers: { 'Shop-Time': new Date(record.now()).toISOString() },
  })
  if (!answer.ok) throw new Error(`order ${orderId}: ${answer.status}`)
  const items = record.get().placed.find(({ id }) => id === orderId)?.lines
    ?? shop().orders.value?.find(({ id }) => id === orderId)?.items ?? []
  return withLines((await answer.json()) as ShopOrderStatus, items)
}

/** One of the six files, for the panel. @throws when it cannot be had */
export async function fetchTemplate(scenario: number): Promise<ParcelTemplate> {
  const answer = await fetch(`/parcels/${scenario}.json`)
  if (!answer.ok) throw new Error(`parcel file ${scenario}: ${answer.status}`)
  return (await answer.json()) as ParcelTemplate
}
