import type { CartLine, Item } from '@shopside/engine'
import type { Taken } from '../taking.ts'
import { confidence, type CaptureSource } from './captureSource.ts'

/** Two sources that saw the same click report it within this time (DESIGN 4). */
const sameClickMs = 2000

/** Facts of a page: the second source that tells one, or the second tag in one data layer, has only read the same page. */
const ofPage = /^(page_view|view_item|view_item_list|search|begin_checkout|purchase)$/

/** A platform or the shop itself: from then on the basket is theirs to tell. */
const ownsBasket = 0.85

/**
 * Knows what was said on a route, so that what two sources see is one event: true when it was said before, and the event is not
 * to be stored again. What is new is noted.
 *
 * @param isLate nobody knows when it happened, so that anything said before is the same
 * @param ids capture's own view of an item, and every name that the item goes by
 */
export type Doubles = (taken: Taken, isLate?: boolean, ids?: readonly string[]) => boolean

export function createDoubles(): Doubles {
  const said = new Map<string, { source: CaptureSource | undefined; at: number }>()
  let basket: { source: CaptureSource; text: string } | undefined

  return ({ draft, source, at }, isLate = false, ids) => {
    const { name, params } = draft
    if (name === 'view_cart') {
      const text = `${linesOf(params.items)} ${params.cart_token ?? ''}`
      const isHeard = basket !== undefined && source !== 'track' && (basket.text === text || basket.source === 'track'
        || confidence[source] < Math.min(ownsBasket, confidence[basket.source]))
      if (!isHeard) basket = { source, text }
      return isHeard
    }
    const about = params as { items?: Item[]; search_term?: string; transaction_id?: string }
    // What our own rows show and are clicked for is nobody else's to see.
    if ('shopside_placement' in params) return false
    const names = ids ?? [about.search_term?.toLowerCase() ?? about.transaction_id
      ?? (name === 'begin_checkout' ? '' : about.items?.map(item => item.item_id).join('\n'))]
    const keys = names.map(one => `${name} ${one}`)
    const isDouble = keys.some(key => {
      const before = said.get(key)
      if (before === undefined) return false
      const isAnother = ids !== undefined || before.source !== source
      if (ofPage.test(name)) return isAnother || source === 'data-layer' || name === 'purchase'
      // Of adding and removing the fold has its own rule: one report per item and 2 s, and the larger quantity counts.
      return isAnother && (isLate || (name === 'select_item' && at - before.at < sameClickMs))
    })
    if (!isDouble) for (const key of keys) said.set(key, { source: ids ? undefined : source, at })
    return isDouble
  }
}

function linesOf(lines: readonly (Item | CartLine)[]): string {
  return lines.map(({ item_id, quantity = 1, price }) => JSON.stringify([item_id, quantity, price])).sort().join()
}
