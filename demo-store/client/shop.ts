import { createShopside, type Item, type Profile, type Shopside } from 'shopside'
import { keepAnswer } from './answer.ts'
import { askParcels } from './askParcels.ts'
import { createBasket, showCount, type Basket } from './basket.ts'
import { showBasketPage } from './basketPage.ts'
import { listenToBuyForm } from './buyForm.ts'
import { showCheckout, showThanks } from './checkout.ts'
import { openRecord } from './ownRecord.ts'
import { readPageData } from './pageData.ts'
import { obeyClock } from './readAddress.ts'
import { obeySomebody, storeOf } from './somebody.ts'
import { openCounterWhenAsked } from './counter.ts'
import { orderResults } from './searchOrder.ts'

// The way of one page: record → address → Shopside → answer → basket → what the page says of itself → what it shows.
const record = openRecord()
obeyClock(record)
if (!(await obeySomebody(record))) start()

function start(): void {
  const query = new URLSearchParams(location.search)
  const page = readPageData()
  const { as } = record.get()
  const basket = createBasket(record, () => shop)
  const shop: Shopside = createShopside({
    ...(query.get('model') !== 'off' && { model: '/shopside/model/' }),
    // somebody from the panel has no answer of their own: their past is there to be looked at
    consent: as === undefined ? 'required' : 'granted',
    currency: 'GBP',
    ...(as !== undefined && { shop: storeOf(as) }),
    now: record.now,
    addToCart: items => addFromWidget(basket, items, query.has('fail-add')),
    orderStatus: orderId => askParcels(orderId, record, () => shop),
  })
  if (as === undefined) keepAnswer(shop)
  takeFormOfAPageWithoutScript(basket, query, page.items)
  void shop.cart.set([...basket.lines()], 'GBP')
  for (const event of page.events) void shop.track(event.name, event.params)

  showCount(basket)
  listenToBuyForm(basket, page.items)
  showBasketPage(basket)
  showCheckout(shop, basket, record)
  if (page.type === 'thank-you' && page.order !== undefined) showThanks(shop, record, page.order)
  showRowsForShopper(shop)
  if (page.type === 'search') void orderResults(shop)
  if (page.type === 'your-data') void import('./yourData.ts').then(({ showYourData }) => showYourData(shop, record))
  openCounterWhenAsked({ shop, record, basket, page })
}

/** The `addToCart` option: resolves once the basket holds the items. `?fail-add=1` makes it fail, as a broken basket would. */
async function addFromWidget(basket: Basket, items: Item[], fails: boolean): Promise<void> {
  if (fails) throw new Error('The basket is broken because the address says fail-add.')
  basket.add(items)
}

/** A form sent before the script was there arrives as `/basket?add=22423&quantity=6`. */
function takeFormOfAPageWithoutScript(basket: Basket, query: URLSearchParams, items: readonly Item[]): void {
  const item = items.find(({ item_id }) => item_id === query.get('add')?.toUpperCase())
  if (location.pathname !== '/basket' || !item) return
  // out of the address first, so that a reload does not add it again
  history.replaceState(history.state, '', '/basket')
  if (!basket.isSoldOut(item.item_id)) basket.add([{ ...item, quantity: Number(query.get('quantity')) || 1 }])
}

/**
 * Of two rows a page shows one, by what is known of the shopper: both are as high, and change places in one go, so that nothing
 * jumps.
 */
function showRowsForShopper(shop: Shopside): void {
  const shownTo: Readonly<Record<string, (profile: Profile) => boolean>> = {
    'first-visit': profile => profile.visits <= 1,
    'later-visit': profile => profile.visits > 1,
    'with-orders': profile => profile.orders.length > 0,
    'without-orders': profile => profile.orders.length === 0,
  }
  const rows = [...document.querySelectorAll<HTMLElement>('[data-show]')]
  if (rows.length === 0) return
  shop.profile.subscribe(profile => {
    if (profile) for (const row of rows) row.hidden = shownTo[row.dataset['show'] ?? '']?.(profile) !== true
  })
}
