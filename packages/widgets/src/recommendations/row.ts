import type { Signal } from '@preact/signals-core'
import type { Item, Recommendation } from '@shopside/engine'
import type { Client } from '@shopside/browser'
import type { ReasonContext } from '../format/reasonWords.tsx'
import { hasFreshPrice } from '../format/freshPrice.ts'
import type { Timers } from '../timers.ts'
import type { RowParts } from './loadParts.ts'

/** Why a card is folded: "not for me" said here or in another tab, ordered since, or its evidence forgotten. */
export type Fold = 'not-for-me' | 'not-for-me-elsewhere' | 'ordered' | 'gone'

/** The card whose "Why this" is open, and the button it was opened from. */
export interface OpenWhy {
  recommendation: Recommendation
  anchor: HTMLElement
  /**
   * Counts the openings of a row: opened again at once, a popover is another one, which the late `close` of the first leaves
   * open.
   */
  turn: number
}

export type Layout = 'rail' | 'grid' | 'bundle'

/** Everything that a painted row is made of. Cards never change after painting; folds, words and the popover do. */
export interface Row extends ReasonContext {
  client: Client
  host: HTMLElement
  timers: Timers
  layout: Layout
  heading: string
  /** Name of the landmark where the heading is not the only one of its words on the page. */
  label?: string
  placement: string
  cards: readonly Recommendation[]
  /** Views that only some rows need. */
  parts: RowParts
  /** Opens "Why this" beside `anchor`. */
  openWhy: (open: Omit<OpenWhy, 'turn'>) => void
  /** The item a bundle is built around; undefined in other layouts. */
  subject?: Recommendation
  canAdd: boolean
  priceMaxAgeDays: number
  /** Address of the page with `<shopside-privacy>`; '' leaves the link out. */
  privacyUrl: string
  /** "As of 9 November." when the model is old. */
  age?: string
  folds: Signal<ReadonlyMap<string, Fold>>
  /** Bundle items that the shopper unticked; kept for the page. */
  unticked: Signal<ReadonlySet<string>>
  why: Signal<OpenWhy | undefined>
  /** What the live region says. */
  words: Signal<string>
}

/** A card as an event's item: `index` is its place in the row, price only while it may be shown. */
export function itemOf(row: Row, recommendation: Recommendation, quantity?: number): Item {
  const { item } = recommendation
  const index = row.cards.indexOf(recommendation)
  const result: Item = { item_id: item.itemId, item_group_id: item.groupId, item_name: item.title }
  if (index >= 0) result.index = index
  if (item.category !== undefined) result.item_category = item.category
  if (item.colour !== undefined) result.item_variant = item.colour
  if (item.url !== undefined) result.url = item.url
  if (item.imageUrl !== undefined) result.image_url = item.imageUrl
  if (hasFreshPrice(item, row.now, row.priceMaxAgeDays)) result.price = item.price!
  if (quantity !== undefined) result.quantity = quantity
  return result
}

/** What every event about this row carries beside its items. */
export function listParams(row: Row): {
  item_list_id: string; item_list_name: string; shopside_strategy: string; shopside_placement: string
} {
  return {
    item_list_id: `shopside_${row.placement}`,
    item_list_name: row.heading,
    shopside_strategy: row.strategy,
    shopside_placement: row.placement,
  }
}

/** Folds or unfolds one card, in place. */
export function setFold(row: Row, itemId: string, fold: Fold | undefined): void {
  const folds = new Map(row.folds.value)
  if (fold) folds.set(itemId, fold)
  else folds.delete(itemId)
  row.folds.value = folds
}
