import type { Shopside } from 'shopside'
import type { BasketLine } from '../shop/basket.ts'
import { toPounds, toTotal } from '../shop/money.ts'
import { scenarios, toOrderId, toScenario } from '../shop/orderId.ts'
import { maxPlaced, type PlacedOrder } from '../shop/record.ts'
import type { Basket } from './basket.ts'
import { build } from './build.ts'
import { lineList } from './lineList.ts'
import type { OwnRecord } from './ownRecord.ts'

/** How long the way to the thank-you page waits for Shopside's answer, in ms; that page tells the order again anyway. */
const patienceMs = 500

/** Draws the checkout: what is in the basket, and one button. */
export function showCheckout(shop: Shopside, basket: Basket, record: OwnRecord): void {
  const place = document.getElementById('checkout')
  if (!place) return
  const lines = basket.lines()
  if (lines.length === 0) {
    place.replaceChildren(build(
      'p', { class: 'nothing' }, 'Nothing here yet. Try the ', build('a', { href: '/search?q=tea%20light' }, 'tea lights'), '.',
    ))
    return
  }
  void shop.track('begin_checkout', { ...toMoney(lines), items: [...lines] })
  place.replaceChildren(
    lineList(lines),
    build('div', { class: 'basket-end' },
      build('p', { class: 'basket-total price' }, `Total ${toPounds(toTotal(lines))}`),
      build(
        'button', { type: 'button', class: 'button button-red', onclick: event => void placeOrder(event) }, 'Place pretend order',
      )),
  )

  async function placeOrder(event: Event): Promise<void> {
    const button = event.currentTarget as HTMLButtonElement
    if (button.disabled) return
    button.disabled = true
    const order: PlacedOrder = {
      id: toOrderId({ placedAt: record.now(), scenario: chosenScenario(basket.lines().length) }, Math.random()),
      lines: [...basket.lines()],
    }
    record.change(now => ({ ...now, placed: [...now.placed, order].slice(-maxPlaced) }))
    await Promise.race([tellPurchase(shop, order), new Promise(resolve => setTimeout(resolve, patienceMs))])
    basket.empty()
    location.assign(`/thank-you/${order.id}`)
  }
}

/** Tells an order to Shopside. An order number counts once for ever, so telling it again is harmless. */
export function tellPurchase(shop: Shopside, { id, lines }: PlacedOrder): Promise<unknown> {
  return shop.track('purchase', { transaction_id: id, ...toMoney(lines), items: lines.map(line => ({ ...line })) })
}

/** The thank-you page: the order is told once more, in case the page before was left too soon, and its lines are listed. */
export function showThanks(shop: Shopside, record: OwnRecord, orderId: string): void {
  const order = record.get().placed.find(({ id }) => id === orderId)
  if (!order) return
  void tellPurchase(shop, order)
  document.getElementById('placed')?.replaceChildren(build('h2', {}, 'What is in it'), lineList(order.lines))
}

function toMoney(lines: readonly BasketLine[]): { currency: string; value: number } {
  return { currency: 'GBP', value: toTotal(lines) }
}

/** `?parcel=4` on the checkout page chooses the parcel file; else the number of lines does. */
function chosenScenario(lines: number): number {
  const wished = Number(new URLSearchParams(location.search).get('parcel'))
  return Number.isInteger(wished) && wished >= 1 && wished <= scenarios ? wished : toScenario(lines)
}
