import { signal, type ReadonlySignal } from '@preact/signals-core'
import type { Cart, CartLine, EventDraft, Item } from '@shopside/engine'

/** What this page says about itself: all that may be used without consent, and it ends with the page. */
export interface PageContext {
  readonly item: () => Item | undefined
  /** The shop's latest snapshot of its basket on this page. */
  readonly cart: ReadonlySignal<Cart | undefined>
  readonly currency: () => string | undefined
  /** Said "not for me" here, also when nothing is stored. */
  readonly notForMe: ReadonlySet<string>
  /** Looks at an event of this page. */
  note(draft: EventDraft, at: number): void
}

/** @param path of the page now: an item belongs to the route that it was looked at on */
export function createPageContext(defaultCurrency: string | undefined, path: () => string): PageContext {
  let item: Item | undefined
  let itemPath = ''
  let currency = defaultCurrency
  const cart = signal<Cart | undefined>(undefined)
  const notForMe = new Set<string>()

  /** One line an item, as in the profile: shops may list it twice. A line keeps the time it came in with as long as it stays. */
  function snapshot(items: readonly Item[], at: number): Cart {
    const lines: CartLine[] = []
    for (const line of items) {
      const { item_id: id, quantity = 1 } = line
      const isIt = (other: CartLine): boolean => other.item_id === id
      const known = lines.find(isIt)
      if (known) known.quantity += quantity
      else lines.push({ ...line, quantity, addedAt: cart.peek()?.lines.find(isIt)?.addedAt ?? at })
    }
    return { lines, changedAt: at, source: 'snapshot', ...(currency && { currency }) }
  }

  return {
    item: () => (itemPath === path() ? item : undefined),
    cart,
    currency: () => currency,
    notForMe,
    note({ name, params }, at) {
      if (name === 'custom') return
      const { items = [], currency: code, undone } = params as { items?: Item[]; currency?: string; undone?: boolean }
      currency = code ?? currency
      if (name === 'view_item') [item, itemPath] = [items[0], path()]
      if (name === 'view_cart') cart.value = snapshot(items, at)
      if (name === 'purchase') cart.value = snapshot([], at)
      if (name === 'not_for_me') for (const { item_id } of items) notForMe[undone ? 'delete' : 'add'](item_id)
    },
  }
}
