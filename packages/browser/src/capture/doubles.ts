import type { CartLine, EventDraft, Item } from '@shopside/engine'
import type { Taken } from '../taking.ts'
import { confidence, type CaptureSource } from './captureSource.ts'

/** Two sources that saw the same click report it within this time (DESIGN 4). */
const sameClickMs = 2000

/** Facts of a page: the second source that tells one has only read the same page. */
const oncePerRoute: ReadonlySet<string> = new Set(['page_view', 'view_item', 'view_item_list', 'search', 'begin_checkout', 'purchase'])

/** A platform or the shop itself: from then on the basket is theirs to tell. */
const ownsBasket = 0.85

interface Said {
  source: CaptureSource
  at: number
}

/** Knows what was said on a route, so that what two sources see is one event. */
export interface Doubles {
  /**
   * True when another source has said it: the event is not stored again. What is new is noted.
   * @param isLate nobody knows when it happened, so that anything said before is the same
   */
  has(taken: Taken, isLate: boolean): boolean
}

export function createDoubles(): Doubles {
  const said = new Map<string, Said>()
  let basket: { source: CaptureSource; text: string } | undefined

  function hasBasket(source: CaptureSource, text: string): boolean {
    const mayTell = confidence[source] >= Math.min(ownsBasket, confidence[basket?.source ?? 'inferred'])
      && !(basket?.source === 'track' && source !== 'track')
    if (source !== 'track' && basket !== undefined && (!mayTell || basket.text === text)) return true
    basket = { source, text }
    return false
  }

  return {
    has({ draft, source, at }, isLate) {
      if (draft.name === 'view_cart') return hasBasket(source, `${linesOf(draft.params.items)} ${draft.params.cart_token ?? ''}`)
      const key = keyOf(draft)
      if (key === undefined) return false
      const before = said.get(key)
      const isDouble = before !== undefined && before.source !== source
        && (isLate || oncePerRoute.has(draft.name) || (at - before.at < sameClickMs && !isBasketReport(draft)))
      if (!isDouble) said.set(key, { source, at })
      return isDouble
    },
  }
}

/** The fold has its own rule for these: one report per item and 2 s, and the larger quantity counts. */
function isBasketReport({ name }: EventDraft): boolean {
  return name === 'add_to_cart' || name === 'remove_from_cart'
}

/** Equal for events that say the same; undefined for those that never double. */
function keyOf({ name, params }: EventDraft): string | undefined {
  if (name === 'search') return `${name} ${params.search_term.toLowerCase()}`
  if (name === 'purchase') return `${name} ${params.transaction_id}`
  if (name === 'begin_checkout' || name === 'page_view') return name
  if (!('items' in params) || !Array.isArray(params.items) || 'shopside_placement' in params) return undefined
  return `${name} ${params.items.map(item => item.item_id).join('\n')}`
}

function linesOf(lines: readonly (Item | CartLine)[]): string {
  return lines.map(({ item_id, quantity = 1, price }) => JSON.stringify([item_id, quantity, price])).sort().join()
}
