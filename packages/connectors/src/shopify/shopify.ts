import type { Connector, ConnectorHost } from '@shopside/browser'
import { createCartLook } from '../platform/createCartLook.ts'
import { onReturn } from '../platform/onReturn.ts'
import { outboxKey } from './outboxKey.ts'
import { readShopifyCart } from './readShopifyCart.ts'

/** What a theme posts to when the basket changes, with or without `.js` and in front of it a market's `/en-gb`. */
const cartChange = /\/cart\/(add|change|update|clear)(\.js)?$/
/**
 * How a theme's own "Check out" stands on its pages, e.g. in Dawn (https://github.com/Shopify/dawn,
 * `sections/main-cart-footer.liquid`).
 */
const checkoutButton = '[name="checkout"],a[href$="/checkout"]'
/** After a form is sent without leaving the page, in case its request is told by nobody: long enough for a slow answer. */
const formWaitMs = 2000

/**
 * A Liquid storefront of Shopify as a source: its product page, searches and basket, what its checkout pixel has noted, and an
 * answer to "add to basket". Items are variants: `item_id` is the variant's number, `item_group_id` the product's.
 */
export function shopify(): Connector {
  return { name: 'shopify', start }
}

function start(host: ConnectorHost): () => void {
  const page = host.window
  const { document } = page
  // Only what is kept says that there is a grant: an order of an earlier page is history, and waits until then.
  const cart = createCartLook(host, () => readShopifyCart(page), ack => { if (ack.level === 'written') readNotes(host) })
  const look = (): void => void cart.look()
  let timer: number | undefined
  let stopTelling = (): void => {}
  let isStopped = false
  let begun: unknown

  function onSubmit({ target }: Event): void {
    if (!(target instanceof page.HTMLFormElement) || !/\/cart\/add/.test(target.getAttribute('action') ?? '')) return
    page.clearTimeout(timer)
    timer = page.setTimeout(look, formWaitMs)
  }
  function onClick({ target }: Event): void {
    const known = cart.seen()
    // Pressed again with the same basket (terms not agreed to, a second click) it is the same checkout.
    if (known === undefined || known === begun || !(target instanceof page.Element) || !target.closest(checkoutButton)) return
    begun = known
    void host.report('begin_checkout', { items: known.lines, currency: known.currency, cart_token: known.token })
  }
  document.addEventListener('submit', onSubmit)
  document.addEventListener('click', onClick, true)

  const stops = [onReturn(page, look), host.onRequest(path => cartChange.test(path), look), cart.stop]
  host.answerAdd(async items => (await import('./addToShopify.ts')).addToShopify(page, items))
  import('./tellShopifyPage.ts').then(({ tellShopifyPage }) => {
    if (!isStopped) stopTelling = tellShopifyPage(host, cart.look)
  }).catch(() => host.problem('file-missing'))
  look()
  return () => {
    isStopped = true
    stopTelling()
    for (const stop of stops) stop()
    page.clearTimeout(timer)
    document.removeEventListener('submit', onSubmit)
    document.removeEventListener('click', onClick, true)
  }
}

/** The file that reads the checkout's notes is fetched only where there are some. */
function readNotes(host: ConnectorHost): void {
  try {
    if (host.window.localStorage.getItem(outboxKey) === null) return
    import('./drainOutbox.ts').then(({ drainOutbox }) => drainOutbox(host)).catch(() => host.problem('file-missing'))
  } catch {
    // Storage refused: then the pixel could leave no note either.
  }
}
