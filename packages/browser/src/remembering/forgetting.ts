import { foldPlain, forgottenName, freshWatched, takeOut, type Profile, type ShopEvent, type ShopEventMap, type TakenOut } from '@shopside/engine'
import { withIds, type Batch } from '../log/batch.ts'
import type { EventLog } from '../log/eventLog.ts'
import { batchKey } from '../log/batchKey.ts'
import { readBatchKey } from '../log/logKey.ts'
import { forgetOrder } from '../orders/orderNotes.ts'
import type { Forgettable } from './remembered.ts'
import { isOfPages } from './timeline.ts'

/** What the act needs to know beside the log. */
export interface ForgettingContext {
  now: number
  /** Two fresh tab names: nobody else writes under them. */
  createId: () => string
  /** Ids of what lies in the shop's basket now. */
  inBasket: ReadonlySet<string>
  dayOf: (at: number) => number
}

/**
 * Takes something back: a `forget` event first, so that it is out of the profile in every tab and out of the base whatever happens next;
 * then every raw event that names it. Of an event that names other things too, the rest is put back at its place in time.
 *
 * All goes straight into the log and not through `track`: a shopper who has paused remembering may forget as well.
 */
export async function forgetIn(log: EventLog, what: Forgettable, context: ForgettingContext): Promise<void> {
  const { batches } = await log.read()
  const events = batches.flatMap(withIds)
  const wish = wishFor(what)
  if (wish !== undefined) {
    // A clock that was set back must not put the wish before what it is about.
    const at = Math.max(context.now, readBatchKey(batches.at(-1)?.key)?.at ?? 0)
    await log.merge([{ key: batchKey(at, context.createId(), 1), events: [{ name: 'forget', params: wish, at }] }])
  }
  if ('orderId' in what) await forgetOrder(log, what.orderId)
  const left = new Map<string, ShopEvent | undefined>()
  const isTold = pagesThatTell(events, what)
  for (const event of events) {
    const rest = withoutPage(restOf(event, what, context), isTold)
    if (rest !== event) left.set(event.id, rest)
  }
  if (left.size === 0 && wish === undefined) return
  await log.purge(event => left.has(event.id), base => withoutNamed(base, wish))
  const rests = [...left].flatMap(([id, rest]) => (rest === undefined ? [] : [{ id, rest }]))
  const tab = context.createId()
  if (rests.length > 0) await log.merge(rests.map(({ id, rest }, place) => batchOf(id, rest, tab, place + 1)))
}

/** The profile of older events, without what is forgotten; the same object where nothing is taken from it. No visit is counted. */
function withoutNamed(base: Profile, wish: ShopEventMap['forget'] | undefined): Profile {
  if (wish === undefined || base.lastAt === undefined || (wish.guess !== undefined && wish.items === undefined)) return base
  const { guess, ...named } = wish
  const { watched, ...plain } = base
  const left = foldPlain(plain, [{ name: 'forget', params: named, at: base.lastAt, id: '' }])
  // Rules hold sums, out of which nothing can be taken: they begin anew.
  return watched ? { ...left, watched: freshWatched(watched, base.lastAt) } : left
}

/** The event that is kept of it: names as hashes alone. */
function wishFor(what: Forgettable): ShopEventMap['forget'] | undefined {
  if ('pagesOf' in what) return undefined
  if ('searchTerm' in what) return { search_term: forgottenName(what.searchTerm) }
  if ('orderId' in what) return { transaction_id: forgottenName(what.orderId) }
  if ('fact' in what) return { fact: what.fact }
  if ('items' in what) {
    return { items: what.items.map(id => ({ item_id: forgottenName(id) })), ...(what.guess !== undefined && { guess: what.guess }) }
  }
  return { guess: what.guess, ...(what.undone === true && { undone: true }) }
}

function restOf(event: ShopEvent, what: Forgettable, { inBasket, dayOf }: ForgettingContext): ShopEvent | undefined {
  if ('pagesOf' in what) return isOfPages(event) && dayOf(event.at) === what.pagesOf ? undefined : event
  const taken: TakenOut | undefined = 'searchTerm' in what ? { searchTerm: what.searchTerm }
    : 'orderId' in what ? { orderId: what.orderId }
    : 'fact' in what ? { fact: what.fact }
      : 'items' in what ? { items: new Set(what.items), inBasket } : undefined
  return taken === undefined ? event : takeOut(event, taken)
}

/** Addresses that say what was forgotten: of the item's or the order's own page, and whatever has its name in its path. */
function pagesThatTell(events: readonly ShopEvent[], what: Forgettable): (page: string) => boolean {
  if ('pagesOf' in what || !('items' in what || 'searchTerm' in what || 'orderId' in what)) return () => false
  const names = ('items' in what ? [...what.items] : 'orderId' in what ? [what.orderId] : [what.searchTerm]).map(name => name.toLowerCase())
  const own = new Set<string>()
  for (const event of events) {
    const isOwn = 'items' in what ? event.name === 'view_item' && event.params.items.every(item => what.items.includes(item.item_id))
      : 'orderId' in what && event.name === 'purchase' && event.params.transaction_id === what.orderId
    if (isOwn && event.page !== undefined && event.page !== '/') own.add(event.page)
  }
  return page => own.has(page) || page.toLowerCase().split('/').some(part => names.includes(decoded(part)))
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    // Not encoded as an address should be.
    return part
  }
}

function withoutPage(event: ShopEvent | undefined, isTold: (page: string) => boolean): ShopEvent | undefined {
  if (event?.page === undefined || !isTold(event.page)) return event
  const { page, ...rest } = event
  return rest
}

/** A batch of its own for what is left of an event, at the same millisecond. */
function batchOf(id: string, event: ShopEvent, tab: string, counter: number): Batch {
  const { id: _, ...logged } = event
  const at = readBatchKey(`e${id.slice(0, id.lastIndexOf('-'))}`)?.at ?? event.at
  return { key: batchKey(at, tab, counter), events: [logged] }
}
