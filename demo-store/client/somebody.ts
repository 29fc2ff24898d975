import { createShopside, type Shopside } from 'shopside'
import type { PastOrder } from '../server/readOrders.ts'
import { toSomebody } from '../shop/record.ts'
import { toTotal } from '../shop/money.ts'
import type { OwnRecord } from './ownRecord.ts'

type NamedOrder = Omit<PastOrder, 'lines'> & { lines: (PastOrder['lines'][number] & { title?: string; groupId?: string })[] }

/** The name of somebody's stores: apart from one's own. */
export function storeOf(as: string): string {
  return `as-${as}`
}

/**
 * Obeys `?as=18058`, `?as=stranger`, `?as=yourself`. Somebody new is made on a page of its own, whose Shopside lives in
 * their past; then the page is loaded again as theirs.
 *
 * @returns true when the page is about to be left: nothing more is to be done on it
 */
export async function obeySomebody(record: OwnRecord): Promise<boolean> {
  const wished = new URLSearchParams(location.search).get('as')
  if (wished === null || !/^(\d{1,8}|stranger|yourself)$/.test(wished)) return false
  const as = wished === 'yourself' ? undefined : wished
  if (as === record.get().as) return false
  document.documentElement.classList.add('becoming')
  try {
    if (as !== undefined) await live(as, record)
    record.change(now => toSomebody(now, as))
  } catch (error) {
    // no such customer: one stays who one is, and the address no longer says otherwise
    console.warn(`Behind the counter: nobody became ${wished}.`, error)
    const url = new URL(location.href)
    url.searchParams.delete('as')
    location.replace(url)
    return true
  }
  location.reload()
  return true
}

async function live(as: string, record: OwnRecord): Promise<void> {
  const orders = as === 'stranger' ? [] : await fetchOrders(as)
  let past: number | undefined = orders[0]?.at
  const shop = createShopside({ consent: 'granted', currency: 'GBP', shop: storeOf(as), now: () => past ?? record.now() })
  if (as === 'stranger') await shop.erase()
  else await replay(shop, orders, at => (past = at))
  await shop.flush()
  shop.dispose()
}

async function replay(shop: Shopside, orders: readonly NamedOrder[], goTo: (at: number) => void): Promise<void> {
  await shop.ready
  // lived already: an order number counts once, but a past need not be walked through twice
  if ((shop.orders.value ?? []).some(order => orders.some(({ id }) => id === order.id))) return
  for (const { id, at, lines } of orders) {
    goTo(at)
    await shop.track('purchase', {
      transaction_id: id,
      currency: 'GBP',
      value: toTotal(lines),
      items: lines.map(({ itemId, quantity, price, title, groupId }) => ({
        item_id: itemId,
        quantity,
        price,
        ...(title !== undefined && {
          item_name: title, url: `/product/${itemId.toLowerCase()}`, image_url: `/pictures/${itemId.toLowerCase()}.svg`,
        }),
        ...(groupId !== undefined && { item_group_id: groupId }),
      })),
    })
  }
}

async function fetchOrders(as: string): Promise<NamedOrder[]> {
  const answer = await fetch(`/personas/${as}.json`)
  if (!answer.ok) throw new Error(`no customer ${as} in the data`)
  return (await answer.json()) as NamedOrder[]
}
