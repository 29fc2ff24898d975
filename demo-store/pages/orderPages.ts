import { html } from '../server/html.ts'
import { readOrderId } from '../shop/orderId.ts'
import { notFoundPage } from './notFoundPage.ts'
import type { Page } from './Page.ts'

const simulated = html`<p class="quiet">Parcels here are simulated. They follow the shop's clock, not a van.</p>`

/** Thank you: the parcel's first step, and nothing to buy above it. */
export function thankYouPage(orderId: string): Page {
  if (!readOrderId(orderId)) return notFoundPage()
  return {
    status: 200,
    title: 'Thank you',
    data: { type: 'thank-you', events: [{ name: 'page_view', params: { page_type: 'thank-you' } }], items: [], order: orderId },
    body: html`<h1>Thank you</h1>
<p class="lead">Your pretend order is placed. Its number is <a href="/order/${orderId}">${orderId}</a>.</p>
${simulated}
<div class="thanks">
<section class="row"><shopside-order-tracking order="${orderId}"></shopside-order-tracking></section>
<div class="placed" id="placed"></div>
</div>
<p><a href="/">Back to the shop</a></p>
<section class="row"><shopside-recommendations price-max-age="60" privacy-url="/your-data" strategy="after-purchase" layout="grid" limit="4" placement="thanks"></shopside-recommendations></section>`,
  }
}

/** One order and its parcels. */
export function orderPage(orderId: string): Page {
  if (!readOrderId(orderId)) return notFoundPage()
  return {
    status: 200,
    title: `Order ${orderId}`,
    data: { type: 'order', events: [{ name: 'page_view', params: { page_type: 'order' } }], items: [], order: orderId },
    body: html`<p class="crumb"><a href="/your-orders">All your orders</a></p>
<h1>Order <span class="code">${orderId}</span></h1>
${simulated}
<section class="row"><shopside-order-tracking order="${orderId}">
  <p>The parcel's steps are shown by a script that could not run here.</p>
</shopside-order-tracking></section>`,
  }
}

/** The orders of this browser. */
export function ordersPage(): Page {
  return {
    status: 200,
    title: 'Your orders',
    data: { type: 'orders', events: [{ name: 'page_view', params: { page_type: 'orders' } }], items: [] },
    body: html`<h1>Your orders</h1>
<p class="lead">Orders that this browser remembers. No login, because nobody else keeps the list.</p>
${simulated}
<p class="quiet">Not your orders? Say “This isn't me” on the page <a href="/your-data">Your data</a>.</p>
<section class="row"><shopside-order-tracking>
  <noscript><p>Your browser keeps this list, and a script shows it. It could not run here.</p></noscript>
  <p slot="empty">No orders yet. The <a href="/department/candles-lights">tea lights</a> are a good beginning.</p>
</shopside-order-tracking></section>`,
  }
}
