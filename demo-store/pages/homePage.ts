import { departments } from '../catalogue/department.ts'
import { html } from '../server/html.ts'
import type { Shop } from '../shop/Shop.ts'
import { toSlug } from '../shop/slug.ts'
import type { Page } from './Page.ts'
import { segmentBands } from './segmentBands.ts'

/** Links shown inside a row until, or instead of, the script. */
const fallbackLinks = 8

/**
 * Greeting, one design, what Shopside picks, what is bought again (or, without orders, left over), what is new, and the eleven
 * departments as words: three rows at most.
 */
export function homePage(shop: Shop): Page {
  const fresh = shop.shelf.filter(product => product.isNew)
  return {
    status: 200,
    title: 'Small things for the home',
    data: { type: 'home', events: [{ name: 'page_view', params: { page_type: 'home' } }], items: [] },
    body: html`
<section class="hero">
  <div class="hero-words">
    <h1>Small things for the home, and for other small shops.</h1>
    <p>One of a kind, or a dozen at a time. The kettle is on.</p>
    <p><a class="button" href="/search?q=pantry">Look at Pantry</a></p>
  </div>
  <a class="hero-tile" href="/search?q=pantry"><img src="/pictures/design/pantry.svg" alt="The Pantry design on a shelf" width="1200" height="480" fetchpriority="high"></a>
</section>
${segmentBands()}
<section class="row">
  <shopside-recommendations price-max-age="60" privacy-url="/your-data" strategy="for-you" limit="8" layout="grid" placement="home">
    <h2>New this month</h2>
    <ul class="links">${fresh.slice(0, fallbackLinks).map(
      ({ item }) => html`<li><a href="${item.link}">${item.title}</a></li>`,
    )}</ul>
  </shopside-recommendations>
</section>
<shopside-when not="loyal"><section class="row" data-show="with-orders"><shopside-recommendations price-max-age="60" privacy-url="/your-data" strategy="buy-again" limit="8" min="1" layout="rail" placement="home-again"></shopside-recommendations></section></shopside-when>
<section class="row" data-show="without-orders" hidden><shopside-recommendations price-max-age="60" privacy-url="/your-data" strategy="continue" limit="8" layout="rail" placement="home-continue"></shopside-recommendations></section>
<shopside-when not="at-risk lapsed"><section class="row"><shopside-recommendations price-max-age="60" privacy-url="/your-data" strategy="new" limit="8" layout="rail" placement="home-new"></shopside-recommendations></section></shopside-when>
<nav class="departments" aria-labelledby="departments">
  <h2 id="departments">All departments</h2>
  <ul>${departments.map(name => html`<li><a href="/department/${toSlug(name)}">${name}</a> <small>${shop.byDepartment.get(name)?.length ?? 0}</small></li>`)}</ul>
</nav>`,
  }
}
