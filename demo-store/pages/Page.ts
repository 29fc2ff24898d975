import type { Html } from '../server/html.ts'

/** An item as the page tells it to Shopside: GA4's names. */
export interface PageItem {
  item_id: string
  item_group_id: string
  item_name: string
  item_variant?: string
  item_category: string
  price: number
  quantity?: number
  url: string
  image_url: string
}

/** What happened by opening the page; the client script tells it to `shopside.track`. */
export type PageEvent =
  | { name: 'page_view'; params: { page_type: string } }
  | { name: 'view_item'; params: { currency: string; value: number; items: PageItem[] } }
  | { name: 'search'; params: { search_term: string } }

/** The block `<script type="application/json" id="page">`: what the client needs to know of the page. */
export interface PageData {
  type: PageType
  events: PageEvent[]
  /** The items one can put into the basket from this page's own button or tiles. */
  items: PageItem[]
  /** Order number of a thank-you or order page. */
  order?: string
}

export type PageType =
  | 'home' | 'department' | 'product' | 'search' | 'basket' | 'checkout' | 'thank-you' | 'order' | 'orders' | 'your-data' | 'not-found'

/** One page before the frame is put around it. */
export interface Page {
  status: 200 | 404
  title: string
  body: Html
  data: PageData
}
