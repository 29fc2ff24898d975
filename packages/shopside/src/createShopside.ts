import { createShop, type Shopside, type ShopsideOptions, type Started } from '@shopside/browser'
import { lazyWidgets } from './lazyWidgets.ts'

/**
 * Starts Shopside on this page: the client, and the widgets that the page uses as they near the viewport.
 *
 * @throws ShopsideError when an option cannot work; nothing else is ever thrown at the page
 */
export function createShopside(options: ShopsideOptions = {}): Shopside {
  return startShopside(options).shop
}

/** As `createShopside`, with what the script tag needs for its queue. */
export function startShopside(options: ShopsideOptions): Started {
  const started = createShop(options)
  if (started.isOff) return started
  const stop = lazyWidgets(started, window)
  const { shop } = started
  const { dispose } = shop
  shop.dispose = () => {
    stop()
    dispose()
  }
  return started
}
