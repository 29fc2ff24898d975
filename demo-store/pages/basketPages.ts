import type { CatalogueItem } from '../catalogue/CatalogueItem.ts'
import { html } from '../server/html.ts'
import type { Page } from './Page.ts'
import { toPageItem } from './toPageItem.ts'

const needsScript = html`<noscript><p class="nothing">The basket is kept in your browser, which needs JavaScript. Everything else here works without.</p></noscript>`

/**
 * The basket: its lines are drawn by the client, because only this browser has them.
 *
 * @param added the item of a form that was sent before the page's script was there; the client puts it in
 */
export function basketPage(added?: CatalogueItem): Page {
  return {
    status: 200,
    title: 'Basket',
    data: {
      type: 'basket', events: [{ name: 'page_view', params: { page_type: 'basket' } }],
      items: added?.available ? [toPageItem(added)] : [],
    },
    body: html`<h1>Basket</h1>
<div class="basket" id="basket">${needsScript}</div>
<section class="row"><shopside-recommendations price-max-age="60" privacy-url="/your-data" strategy="complete-the-basket" layout="grid" limit="4" placement="basket"></shopside-recommendations></section>`,
  }
}

/** Checkout: what is in the basket and one button. No widget at all. */
export function checkoutPage(): Page {
  return {
    status: 200,
    title: 'Checkout',
    data: { type: 'checkout', events: [{ name: 'page_view', params: { page_type: 'checkout' } }], items: [] },
    body: html`<h1>Checkout</h1>
<p class="lead">This is a pretend order. Nothing is sold, no address or card is asked for, and a simulated parcel sets out.</p>
<div class="basket" id="checkout">${needsScript}</div>`,
  }
}
