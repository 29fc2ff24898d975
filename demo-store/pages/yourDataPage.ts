import { html } from '../server/html.ts'
import type { Page } from './Page.ts'

/** Your data: what the shop keeps, what Shopside remembers, and how to take or erase it. Filled in by the client. */
export function yourDataPage(): Page {
  return {
    status: 200,
    title: 'Your data',
    data: { type: 'your-data', events: [{ name: 'page_view', params: { page_type: 'your-data' } }], items: [] },
    body: html`<h1>Your data</h1>
<div class="your-data" id="your-data"><noscript><p class="nothing">Without JavaScript nothing is remembered at all.</p></noscript></div>
<p class="quiet">A server that sends pages and pictures can see which were asked for. This one keeps no list.</p>`,
  }
}
