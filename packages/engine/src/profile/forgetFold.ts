// Folds `forget`: evidence taken back. Everything is named plainly or by its `forgottenName`.
import type { EpochMs, ShopEventMap } from '../event.ts'
import type { Order } from '../order.ts'
import { noteDeclared } from './declaredFold.ts'
import type { Draft } from './draft.ts'
import { emptyRecord } from './emptyProfile.ts'
import { isNamedBy, readForgottenName } from './forgottenName.ts'
import { hashId } from './hashId.ts'
import { interestInViews } from './interestFold.ts'
import { itemsOf } from './itemsOf.ts'
import type { ItemMemory } from './profile.ts'
import { dropPurchase } from './purchasesFold.ts'
import { dropMemory } from './remember.ts'
import { dropRemembered } from './rememberedCart.ts'
import { trimRecord } from './trimRecord.ts'

const dayMs = 86_400_000
const maxGuesses = 50

/**
 * - `items`: their views, adds, wishes and refusals go, and their place in a basket that is known by reports alone; their orders stay.
 *   `what: 'items'` without a list means all of them.
 * - `what: 'baskets'` empties the cart memory, and none is kept from now on.
 * - `search_term`, or `what: 'searches'` for all.
 * - `transaction_id`, or `what: 'orders'` for all: in nothing that is shown or computed any more; its hashed id still counts once for ever.
 * - `fact`, one that was declared, or `what: 'declared'` for all.
 * - `guess`: a conclusion that the shopper calls wrong, `segment:<id>` or `category:<name>` or `kind:<name>`; `undone` takes that back.
 */
export function forget(draft: Draft, params: ShopEventMap['forget'], at: EpochMs): void {
  const { profile } = draft
  const { what, search_term: term, transaction_id: orderId, fact, guess } = params as Record<string, unknown>
  const named = itemsOf(params)?.map(item => item.item_id)
  if (named !== undefined) forgetItems(draft, isNamedBy(named))
  else if (what === 'items') forgetItems(draft, () => true)
  if (what === 'baskets') forgetBaskets(draft, at)
  if (what === 'searches') profile.searches = []
  else if (typeof term === 'string') {
    const isNamed = isNamedBy([term])
    profile.searches = profile.searches.filter(search => !isNamed(search.term))
  }
  if (what === 'orders') forgetAllOrders(draft)
  else if (typeof orderId === 'string') forgetOrder(draft, orderId)
  if (what === 'declared') delete profile.declared
  else if (typeof fact === 'string') noteDeclared(profile, { facts: { [fact]: null } }, at)
  if (typeof guess === 'string') noteWrongGuess(draft, guess, params.undone === true, at)
}

function forgetItems(draft: Draft, isNamed: (itemId: string) => boolean): void {
  const { profile } = draft
  for (const id of Object.keys(profile.items)) if (isNamed(id)) keepOnly(draft, id, forgetBrowsing)
  for (const id of Object.keys(profile.notForMe)) if (isNamed(id)) delete profile.notForMe[id]
  profile.viewed = profile.viewed.filter(id => !isNamed(id))
  dropRemembered(profile, isNamed)
  // What a shop has said of its own basket is not forgotten by us: it would come back at the next page as something new.
  if (profile.cart.source === 'snapshot' || !profile.cart.lines.some(line => isNamed(line.item_id))) return
  profile.cart = { ...profile.cart, lines: profile.cart.lines.filter(line => !isNamed(line.item_id)) }
}

function forgetBaskets(draft: Draft, at: EpochMs): void {
  const { profile } = draft
  for (const id of Object.keys(profile.items)) keepOnly(draft, id, forgetAdds)
  profile.cart = { ...profile.cart, lines: [], changedAt: at }
  profile.basketsOffAt = at
  delete profile.rememberedCart
}

function forgetOrder(draft: Draft, said: string): void {
  const { profile } = draft
  profile.orderIds[readForgottenName(said) ?? hashId(said)] = 1
  const isNamed = isNamedBy([said])
  const gone = profile.orders.find(order => isNamed(order.id))
  if (!gone) return
  profile.orders = profile.orders.filter(order => order !== gone)
  dropPurchase(profile, gone)
  const day = Math.floor(gone.at / dayMs)
  if (!profile.orders.some(order => Math.floor(order.at / dayMs) === day)) profile.purchaseDays = Math.max(0, profile.purchaseDays - 1)
  for (const item of gone.items) {
    profile.orderedUnits = Math.max(0, profile.orderedUnits - (item.quantity ?? 1))
    keepOnly(draft, item.item_id, memory => withoutOrder(memory, gone, profile.orders))
  }
}

function forgetAllOrders(draft: Draft): void {
  const { profile } = draft
  Object.assign(profile, { orders: [], purchaseDays: 0, orderedUnits: 0 })
  delete profile.purchases
  for (const id of Object.keys(profile.items)) {
    keepOnly(draft, id, ({ lastQuantity, inferredAt, ...memory }) => ({ ...memory, orders: 0, orderedAt: [] }))
  }
}

/** A memory as if the order had not been; units of "last time" are those of the order before it. */
function withoutOrder(memory: ItemMemory, gone: Order, left: readonly Order[]): ItemMemory {
  const { lastQuantity, ...rest } = memory
  const place = memory.orderedAt.lastIndexOf(gone.at)
  const before = [...left].reverse().find(order => order.items.some(item => item.item_id === memory.item.item_id))
  const quantity = before?.items.find(item => item.item_id === memory.item.item_id)?.quantity
  return {
    ...rest,
    orders: Math.max(0, memory.orders - 1),
    orderedAt: memory.orderedAt.filter((_, index) => index !== place),
    ...(quantity !== undefined && { lastQuantity: quantity }),
  }
}

function noteWrongGuess({ profile }: Draft, guess: string, undone: boolean, at: EpochMs): void {
  const guesses = Object.assign(emptyRecord<EpochMs>(), profile.wrongGuesses)
  if (undone) delete guesses[guess]
  else guesses[guess] = at
  trimRecord(guesses, maxGuesses, time => time)
  profile.wrongGuesses = guesses
}

/** Replaces a memory by what `part` leaves of it; a memory without any evidence left goes. */
function keepOnly(draft: Draft, id: string, part: (memory: ItemMemory) => ItemMemory): void {
  const memory = draft.profile.items[id]
  if (!memory) return
  const left = part(memory)
  if (left.views + left.adds + left.orders > 0 || left.wantedAt !== undefined) draft.profile.items[id] = left
  else dropMemory(draft, id)
}

function forgetBrowsing(memory: ItemMemory): ItemMemory {
  const { firstViewedAt, lastViewedAt, wantedAt, dwellMs, inferredAt, interest, ...rest } = forgetAdds(memory)
  return { ...rest, views: 0 }
}

function forgetAdds(memory: ItemMemory): ItemMemory {
  const { lastAddedAt, reported, interest, ...rest } = memory
  const left = interestInViews(memory)
  return { ...rest, adds: 0, ...(left && { interest: left }) }
}
