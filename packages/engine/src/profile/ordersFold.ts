import type { CartLine } from '../cart.ts'
import type { EpochMs, ShopEventMap } from '../event.ts'
import type { Order } from '../order.ts'
import type { Draft } from './draft.ts'
import { readForgottenName } from './forgottenName.ts'
import { hashId } from './hashId.ts'
import { itemsOf, type CountedItem } from './itemsOf.ts'
import type { Profile } from './profile.ts'
import { notePurchase } from './purchasesFold.ts'
import { remember } from './remember.ts'

const maxOrders = 50
const maxOrderTimes = 12
const dayMs = 86_400_000

/** Folds `purchase`. An order id counts once for ever; an order that holds a line of a basket settles that basket. */
export function placeOrder(draft: Draft, params: ShopEventMap['purchase'], at: EpochMs): void {
  const { profile } = draft
  const id: unknown = params.transaction_id
  if (typeof id !== 'string' || id === '') return
  const forgotten = readForgottenName(id)
  const hash = forgotten ?? hashId(id)
  if (hash in profile.orderIds) return
  profile.orderIds[hash] = 1
  // What is left of an order that the shopper took back: it is in no count, and no nudge speaks of its basket again.
  if (forgotten !== undefined) return settleBaskets(profile, new Set(), at)

  const items = itemsOf(params) ?? []
  delete profile.checkoutAt
  if (params.inferred === true) return placeInferred(draft, items, at)
  const day = Math.floor(at / dayMs)
  if (!profile.orders.some(order => Math.floor(order.at / dayMs) === day)) profile.purchaseDays++
  const order: Order = { id, at, items }
  if (typeof params.currency === 'string') order.currency = params.currency
  if (typeof params.value === 'number') order.value = params.value
  profile.orders = [...profile.orders, order].slice(-maxOrders)
  notePurchase(profile, order)

  for (const item of items) {
    const memory = remember(draft, item, at, params.currency)
    delete memory.inferredAt
    memory.orders++
    memory.orderedAt = [...memory.orderedAt, at].slice(-maxOrderTimes)
    memory.lastQuantity = item.quantity
    profile.orderedUnits += item.quantity
  }
  settleBaskets(profile, new Set(items.map(item => item.item_id)), at)
}

/**
 * An order that was concluded: its basket is settled and its items count as bought just now, and that is all. A told order of the same
 * basket takes its place.
 */
function placeInferred(draft: Draft, items: readonly CountedItem[], at: EpochMs): void {
  const { profile } = draft
  profile.inferredOrderAt = at
  for (const item of items) remember(draft, item, at).inferredAt = at
  settleBaskets(profile, new Set(items.map(item => item.item_id)), at)
}

/** An order that names no items is taken for the whole basket: better silent than a nudge after the order. */
function settleBaskets(profile: Profile, bought: ReadonlySet<string>, at: EpochMs): void {
  const isBought = (line: CartLine): boolean => bought.size === 0 || bought.has(line.item_id)
  const { cart, rememberedCart } = profile
  if (rememberedCart?.lines.some(isBought)) delete profile.rememberedCart
  if (!cart.lines.some(isBought)) return
  profile.cart = { ...cart, lines: cart.lines.filter(line => !isBought(line)), changedAt: at }
  profile.cartClosedAt = at
}

/** Folds `hide_order`: it stays counted and is marked, so that nothing shows it. */
export function hideOrder(draft: Draft, params: ShopEventMap['hide_order']): void {
  const { profile } = draft
  profile.orders = profile.orders.map(order => (order.id === params.transaction_id ? { ...order, hidden: true } : order))
}
