import { html, type Html } from '../server/html.ts'

/**
 * What the home page begins with for somebody it knows, by segment: who orders by the dozen, who keeps coming back, who has not been here
 * for longer than usual. Prices are the same in every branch, and each says why it is shown.
 */
export function segmentBands(): Html {
  return html`<shopside-when segment="bulk-buyer"><section class="band" aria-labelledby="band-dozen">
  <h2 id="band-dozen">Sold by the dozen.</h2>
  <p>Every page counts in ones, sixes and twelves, and what you buy again comes with last time’s number. The price is the one everybody pays.</p>
  <p class="band-links"><a href="/department/party">Party</a> <a href="/department/bags-lunch">Bags & Lunch</a> <a href="/your-orders">What you took last time</a></p>
  <p class="quiet">Shown because you often order many at once.</p>
</section></shopside-when>
<shopside-when segment="loyal"><section class="row band-row">
  <shopside-recommendations price-max-age="60" privacy-url="/your-data" strategy="buy-again" heading="Your usual things" limit="8" min="1" layout="rail" placement="home-usual"></shopside-recommendations>
  <p class="quiet">First on the shelf, because you keep coming back to order.</p>
</section></shopside-when>
<shopside-when segment="at-risk lapsed"><section class="row band-row">
  <shopside-recommendations price-max-age="60" privacy-url="/your-data" strategy="new" heading="Since you were here" limit="8" layout="rail" placement="home-since"></shopside-recommendations>
  <p class="quiet">What has come in. Your last order was a while ago.</p>
</section></shopside-when>`
}
