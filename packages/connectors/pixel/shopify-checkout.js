// Shopside: the checkout of a Shopify shop, for Settings > Customer events > Add custom pixel.
//
// A checkout runs no script of the storefront. This pixel notes, in the shopper's own browser, that a checkout was begun or an order
// placed; the storefront's Shopside reads the note on the next page and removes it. Nothing is sent anywhere. A note holds the order's
// number, its sum and its lines: no name, e-mail, telephone number or address, and nothing unless the shopper has allowed preferences.
//
// It works where the checkout stands on the storefront's own domain. Elsewhere the order is concluded from the emptied basket instead.
//
// analytics, browser, init and api are given to a custom pixel by Shopify: https://shopify.dev/docs/api/web-pixels-api
{
  const key = 'shopside.outbox'
  let allowed = init.customerPrivacy?.preferencesProcessingAllowed === true
  if (typeof api === 'object') {
    // The shopper may answer during the checkout: https://shopify.dev/docs/api/web-pixels-api/standard-api/customerprivacy
    api.customerPrivacy?.subscribe('visitorConsentCollected', event => {
      allowed = event.customerPrivacy?.preferencesProcessingAllowed === true
    })
  }

  const note = async (name, { timestamp, data: { checkout } }) => {
    if (!allowed) return
    const items = checkout.lineItems.map(({ title, quantity, variant }) => ({
      id: variant?.id, group: variant?.product?.id, name: title, price: variant?.price?.amount, quantity,
    }))
    const { order, currencyCode, totalPrice } = checkout
    const entry = { name, at: Date.parse(timestamp), id: order?.id, currency: currencyCode, value: totalPrice?.amount, items }
    const before = JSON.parse(await browser.localStorage.getItem(key) ?? '[]')
    // The last few: a shopper who never comes back leaves no heap.
    await browser.localStorage.setItem(key, JSON.stringify([...before, entry].slice(-5)))
  }
  const forget = () => {
    // A note that cannot be kept is no reason to disturb a checkout.
  }
  analytics.subscribe('checkout_started', event => note('begin_checkout', event).catch(forget))
  analytics.subscribe('checkout_completed', event => note('purchase', event).catch(forget))
}
