import type { RecommendRequest, StrategyName } from '@shopside/engine'
import { priceMaxAgeDays } from '../format/freshPrice.ts'
import { recommendations } from '../messages/en/recommendations.ts'
import { readWhole, readWord } from '../readAttribute.ts'
import type { Layout } from './row.ts'

const layouts: readonly Layout[] = ['grid', 'rail', 'bundle']

/** What the attributes of `<shopside-recommendations>` ask for. */
export interface RowRequest {
  /** Not yet known to be one where `isMore` says so: `readMore` looks. */
  strategy: StrategyName
  layout: Layout
  limit: number
  min: number
  placement: string
  /** '' for the strategy's own. */
  heading: string
  priceMaxAgeDays: number
  privacyUrl: string
  /** What the shop is asked. Without `itemId` the page's own item counts. */
  wanted: RecommendRequest
}

/**
 * Reads the attributes that rows of every strategy have. Defaults: for-you, grid, 8 cards (bundle: 3 beside the item), at least 3
 * (bundle: 2).
 *
 * @returns the request, or a sentence that names the wrong value and the remedy
 */
export function readRequest(element: Element): RowRequest | string {
  const text = (name: string): string => element.getAttribute(name)?.trim() ?? ''
  const strategy = (text('strategy').toLowerCase() || 'for-you') as StrategyName
  const layout = readWord(element, 'layout', layouts, 'grid')
  if (!layout) return `attribute layout="${text('layout')}" is not known: use ${layouts.join(', ')}`
  const isBundle = layout === 'bundle'
  const limit = isBundle ? readWhole(element, 'limit', 3, 2, 3) : readWhole(element, 'limit', 8, 1, 48)
  const maxAgeDays = readWhole(element, 'price-max-age', priceMaxAgeDays, 0, 3650)
  const itemId = text('item')
  return {
    strategy, layout, limit,
    min: isBundle ? readWhole(element, 'min', 2, 1, limit) : readWhole(element, 'min', Math.min(3, limit), 1, limit),
    placement: text('placement') || strategy,
    heading: text('heading'),
    priceMaxAgeDays: maxAgeDays,
    privacyUrl: text('privacy-url'),
    wanted: { strategy, limit, priceMaxAgeDays: maxAgeDays, ...(itemId && { itemId }), ...(isBundle && { bundle: true }) },
  }
}

/** A strategy whose words come in a part of their own. */
export function isMore(strategy: StrategyName): boolean {
  return !Object.hasOwn(recommendations, `heading.${strategy}`)
}

/** Whether a row asks for more than every row has: such a strategy, or an attribute that `readMore` reads. */
export function asksMore(element: Element, { strategy }: RowRequest): boolean {
  return isMore(strategy)
    || ['items', 'free-shipping-from', 'category', 'min-price', 'max-price', 'diversity'].some(name => element.hasAttribute(name))
}
