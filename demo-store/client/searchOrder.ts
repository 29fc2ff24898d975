import type { Shopside } from 'shopside'

/** Longest that the results wait for their order. */
const waitMs = 800

/**
 * Puts the results of this page in the order of this shopper's likings, before they are seen (`3-lists.css` keeps them back), and
 * says so. Whoever has no past here, or came by the link to it, sees the shop's order.
 */
export async function orderResults(shop: Shopside): Promise<void> {
  const list = document.querySelector<HTMLElement>('.tiles[data-order="yours"]')
  if (list === null) return
  const tiles = new Map([...list.children].map(tile => [(tile as HTMLElement).dataset['item'] ?? '', tile]))
  const before = [...tiles.keys()]
  const after = await Promise.race([shop.rerank(before), new Promise<string[]>(done => setTimeout(() => done(before), waitMs))])
  if (after.join() !== before.join()) {
    list.replaceChildren(...after.map(id => tiles.get(id)!))
    document.getElementById('order-yours')!.hidden = false
    document.getElementById('order-shops')!.hidden = true
  }
  list.dataset['order'] = 'settled'
}
