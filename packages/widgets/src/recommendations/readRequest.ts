import type { StrategyName } from '@shopside/engine'
import { priceMaxAgeDays } from '../format/freshPrice.ts'
import { readWhole, readWord } from '../readAttribute.ts'
import type { Layout } from './row.ts'

const strategies: readonly StrategyName[] =
  ['for-you', 'bought-together', 'similar', 'popular', 'new', 'recently-viewed', 'buy-again']
const layouts: readonly Layout[] = ['grid', 'rail', 'bundle']

/** What the attributes of `<shopside-recommendations>` ask for. */
export interface RowRequest {
  strategy: StrategyName
  layout: Layout
  /** '' when the attribute is missing: the page's own item counts. */
  itemId: string
  limit: number
  min: number
  placement: string
  /** '' for the strategy's own. */
  heading: string
  priceMaxAgeDays: number
  privacyUrl: string
}

/**
 * Reads the attributes. Defaults: for-you, grid, 8 cards (bundle: 3 beside the item), at least 3 (bundle: 2).
 *
 * @returns the request, or a sentence that names the wrong value and the remedy
 */
export function readRequest(element: Element): RowRequest | string {
  const strategy = readWord(element, 'strategy', strategies, 'for-you')
  if (!strategy) return wrong(element, 'strategy', strategies)
  const layout = readWord(element, 'layout', layouts, 'grid')
  if (!layout) return wrong(element, 'layout', layouts)
  const text = (name: string): string => element.getAttribute(name)?.trim() ?? ''
  const isBundle = layout === 'bundle'
  const limit = isBundle ? readWhole(element, 'limit', 3, 2, 3) : readWhole(element, 'limit', 8, 1, 48)
  return {
    strategy, layout, limit,
    itemId: text('item'),
    min: isBundle ? readWhole(element, 'min', 2, 1, limit) : readWhole(element, 'min', Math.min(3, limit), 1, limit),
    placement: text('placement') || strategy,
    heading: text('heading'),
    priceMaxAgeDays: readWhole(element, 'price-max-age', priceMaxAgeDays, 0, 3650),
    privacyUrl: text('privacy-url'),
  }
}

function wrong(element: Element, name: string, words: readonly string[]): string {
  return `attribute ${name}="${element.getAttribute(name)}" is not known: use ${words.join(', ')}`
}
