import type { Item } from '@shopside/engine'
import { toQuantity, type Origin } from '@shopside/engine/boundary'
import { readCart } from './marked.ts'
import { toMarked } from './markedItem.ts'
import type { SeenCart } from './sighting.ts'

const cartMark = '[data-shopside-cart]'
const actMark = '[data-shopside-add],[data-shopside-remove]'

/** What a shop's marked elements tell while the page stands. */
export interface MarkedNews {
  /** Of the page now: it may be another route than at the start. */
  origin(): Origin
  /** The basket as an element of it that changed or came now says; only when that differs from the last time. */
  cart(cart: SeenCart): void
  /** A marked button was pressed. Whether the shop's basket followed, only the basket can tell. */
  act(name: 'add_to_cart' | 'remove_from_cart', params: { items: Item[]; currency?: string }): void
  /** A code for `status().capture.problems`. */
  problem(code: string): void
}

/**
 * Watches `data-shopside-cart` and clicks on `data-shopside-add` and `data-shopside-remove`. An empty mark takes the product of
 * the element around it that is marked with `data-shopside-product`.
 *
 * @returns stops
 */
export function watchMarked(page: Window & typeof globalThis, news: MarkedNews): () => void {
  const { document } = page
  let told = document.querySelector(cartMark)?.getAttribute('data-shopside-cart')

  const look = (element: Element | null | undefined): void => {
    const text = element?.getAttribute('data-shopside-cart')
    if (!element || text === told) return
    told = text
    const cart = readCart(element, news.origin(), news.problem)
    if (cart) news.cart(cart)
  }

  const observer = new page.MutationObserver(records => {
    for (const { type, target, addedNodes } of records) {
      if (type === 'attributes') look(target as Element)
      // Only what came in is searched: a busy page costs us no more than its own additions.
      else {
        for (const node of addedNodes) {
          if (node instanceof page.Element) look(node.matches(cartMark) ? node : node.querySelector(cartMark))
        }
      }
    }
  })
  observer.observe(document.documentElement, { subtree: true, childList: true, attributeFilter: ['data-shopside-cart'] })

  const onClick = (event: Event): void => {
    try {
      const [inmost] = event.composedPath()
      const button = inmost instanceof page.Element ? inmost.closest(actMark) : null
      if (button) press(button)
    } catch {
      // Never into the page's click: its basket is worth more than our note of it.
      news.problem('marked-act-failed')
    }
  }

  function press(button: Element): void {
    const isAdd = button.hasAttribute('data-shopside-add')
    const name = isAdd ? 'add' : 'remove'
    const attribute = `data-shopside-${name}`
    const product = button.getAttribute(attribute) === '' ? button.closest('[data-shopside-product]') : null
    const fail = (): void => news.problem(`marked-${name}-json`)
    const [element, mark] = product ? [product, 'data-shopside-product'] as const : [button, attribute] as const
    const seen = toMarked(element, mark, news.origin(), fail)
    if (seen === undefined) return
    const { item, currency } = seen
    const quantity = toQuantity(button.getAttribute('data-shopside-quantity')) ?? item.quantity
    const items = [{ ...item, item_id: item.item_id!, ...(quantity !== undefined && { quantity }) }]
    news.act(isAdd ? 'add_to_cart' : 'remove_from_cart', { items, ...(currency !== undefined && { currency }) })
  }

  // While it is caught on the way down, no handler of the page can have stopped it yet.
  document.addEventListener('click', onClick, true)
  return () => {
    observer.disconnect()
    document.removeEventListener('click', onClick, true)
  }
}
