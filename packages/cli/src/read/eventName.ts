import type { EventKind } from './eventRow.ts'

/**
 * What the names of events mean: ours, GA4's, Segment's, Shopify's pixel's and those of public click data, by their letters
 * alone.
 */
export const eventKinds: Readonly<Record<string, EventKind>> = {
  view: 'view', viewitem: 'view', productviewed: 'view', productview: 'view', viewcontent: 'view', click: 'view', detail: 'view',
  cart: 'cart', addtocart: 'cart', productadded: 'cart', productaddedtocart: 'cart', basket: 'cart', add: 'cart',
  purchase: 'purchase', ordercompleted: 'purchase', checkoutcompleted: 'purchase', transaction: 'purchase', order: 'purchase',
  buy: 'purchase',
}

/** `Product Viewed`, `view_item` and `view` are one kind; undefined for what no relation is learnt from. */
export function eventKindOf(name: string): EventKind | undefined {
  const letters = name.toLowerCase().replace(/[^a-z]/g, '')
  return Object.hasOwn(eventKinds, letters) ? eventKinds[letters] : undefined
}
