import { html } from '../server/html.ts'
import type { Page } from './Page.ts'

/** Your data: what is remembered and how to take or erase it, and below it what the shop keeps itself. */
export function yourDataPage(): Page {
  return {
    status: 200,
    title: 'Your data',
    data: { type: 'your-data', events: [{ name: 'page_view', params: { page_type: 'your-data' } }], items: [] },
    body: html`<h1>Your data</h1>
<div class="your-data">
<shopside-privacy><noscript><p class="nothing">Without JavaScript nothing is remembered at all.</p></noscript></shopside-privacy>
<section>
<h2>What the shop keeps itself</h2>
<p>Two keys in this browser: your basket with the shop's clock, and your answer to the question. This shop's server keeps no list of who asked for what.</p>
<div id="shops-own"></div>
</section>
</div>`,
  }
}
