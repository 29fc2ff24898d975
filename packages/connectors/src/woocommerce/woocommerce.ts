import type { Connector, ConnectorHost } from '@shopside/browser'
import { createCartLook } from '../platform/createCartLook.ts'
import { onReturn } from '../platform/onReturn.ts'
import type { Choices } from './addToWoo.ts'
import { onJquery } from './onJquery.ts'
import { createStoreApi } from './storeApi.ts'
import { toWooCart } from './toWooCart.ts'

/** Writes of the Cart block and of others that use the Store API; the reading of `/cart` is not among them. */
const cartWrite = /\/wc\/store\/(v\d\/)?(batch|cart\/\w)/
/** Classic themes tell by jQuery: `cart-fragments.js`, `add-to-cart.js`, `cart.js` of WooCommerce. */
const classicEvents = 'added_to_cart removed_from_cart updated_cart_totals wc_fragments_refreshed'
/** Blocks tell by native events on `<body>`. */
const blockEvents = ['wc-blocks_added_to_cart', 'wc-blocks_removed_from_cart']

/**
 * A WooCommerce shop as a source: its product page, checkout and basket, and an answer to "add to basket". `item_id` is the
 * product's number, of a variation the variation's. Purchases are told by the page's own markup or data layer: the confirmation
 * page names its order, but no endpoint that a shopper may ask tells what is in it.
 */
export function woocommerce(): Connector {
  return { name: 'woocommerce', start }
}

function start(host: ConnectorHost): () => void {
  const page = host.window
  const { body } = page.document
  const api = createStoreApi(page)
  const cart = createCartLook(host, async () => toWooCart((await api.ask('cart')).json), tellCheckout)
  const look = (): void => void cart.look()
  const choices: Choices = new Map()
  let stopTelling = (): void => {}
  let isStopped = false
  let isBegun = false

  function tellCheckout(): void {
    const known = cart.seen()
    // `woocommerce-checkout` stands on the confirmation as well.
    const isCheckout = body.classList.contains('woocommerce-checkout') && !body.classList.contains('woocommerce-order-received')
    if (isBegun || !isCheckout || !known?.lines.length) return
    // A quantity changed during the checkout begins no other.
    isBegun = true
    void host.report('begin_checkout', { items: known.lines, currency: known.currency })
  }

  for (const name of blockEvents) body.addEventListener(name, look)
  const stops = [
    onJquery(page, classicEvents, look),
    onReturn(page, look),
    // A quantity changed in the Cart block is told by no event.
    host.onRequest(path => cartWrite.test(path), look),
    cart.stop,
  ]
  host.answerAdd(async items => {
    // A widget that only asks whether anybody would answer.
    if (items.length === 0) return
    const { addToWoo } = await import('./addToWoo.ts')
    await addToWoo(page, api, items, choices).finally(look)
  })
  import('./tellWooPage.ts').then(({ tellWooPage }) => {
    if (!isStopped) stopTelling = tellWooPage(host, choices, () => cart.seen()?.currency)
  }).catch(() => host.problem('file-missing'))
  look()
  return () => {
    isStopped = true
    stopTelling()
    for (const stop of stops) stop()
    for (const name of blockEvents) body.removeEventListener(name, look)
  }
}
