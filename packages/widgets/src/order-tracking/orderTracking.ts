import { signal as createSignal } from '@preact/signals-core'
import { h } from 'preact'
import type { Order, Shipment } from '@shopside/engine'
import type { Client } from '@shopside/browser'
import { ShopsideElement } from '../element.ts'
import { orderTracking as messages } from '../messages/en/orderTracking.ts'
import type { Message } from '../messages/message.ts'
import { t } from '../messages/t.ts'
import { onChange } from '../onChange.ts'
import { readFlag } from '../readAttribute.ts'
import { safeUrl } from '../safeUrl.ts'
import { followOrder, type Following } from './followOrder.ts'
import { OrderList, SingleOrder, UnknownOrder } from './OrderTracking.tsx'
import { readStepNames, type OrderContext } from './orderView.ts'
import css from './styles.css?inline'

/**
 * `<shopside-order-tracking>`: where an order is, or without `order` the orders of this browser.
 *
 * Attributes: `order` (its id), `orders="hidden"` (asks before it lists), `show-prices`, `look-up-url` (the shop's own look-up),
 * `contact-url` (where the shop is asked), `step-names` (`"making=Engraved; packed=Boxed"`).
 * Slots: default (shown until ready, and when the order is unknown), `empty`.
 */
export class ShopsideOrderTracking extends ShopsideElement {
  static override readonly styles: readonly string[] = [css]
  static override readonly messages: Readonly<Record<string, Message>> = messages
  static readonly observedAttributes: readonly string[] =
    ['order', 'orders', 'show-prices', 'look-up-url', 'contact-url', 'step-names']

  declare order: string
  declare orders: string
  declare showPrices: string
  declare lookUpUrl: string
  declare contactUrl: string
  declare stepNames: string

  protected override async run(client: Client, signal: AbortSignal): Promise<void> {
    await client.settled()
    if (signal.aborted) return
    const context = this.#contextOf(client)
    const id = this.getAttribute('order')?.trim() ?? ''
    if (id === '') this.#drawList(context, signal)
    else await this.#drawOrder(context, id, signal)
  }

  async #drawOrder(context: OrderContext, id: string, signal: AbortSignal): Promise<void> {
    const { client } = context
    const order = client.shop.orders.peek()?.find(each => each.id === id)
    if (order?.hidden) return this.drawNothing('empty', `order ${id} was hidden by the shopper`, signal)
    const following = this.#follow(context, id, signal)
    const isKnown = await following.first
    if (signal.aborted) return
    if (!isKnown && !order) {
      this.draw(h(UnknownOrder, { context }))
      return this.#say(client, 'ready', `order ${id} is not in this browser, and no orderStatus(id) answered for it`)
    }
    this.draw(h(SingleOrder, { context, model: { id, order, news: following.news } }))
    const say = (): void => {
      const isStale = following.news.value.staleAt !== undefined
      this.#say(client, isStale ? 'stale' : 'ready', isStale ? 'orderStatus(id) does not answer: the last state is shown' : undefined)
    }
    say()
    signal.addEventListener('abort', following.news.subscribe(say))
    this.#onEpoch(client, signal, () => {
      const now = client.shop.orders.peek()?.find(each => each.id === id)
      // Hidden or erased in another tab: what this browser knew of it goes. The endpoint may still answer.
      if (now?.hidden || (order && !now)) this.restart()
      else following.look()
    })
  }

  #drawList(context: OrderContext, signal: AbortSignal): void {
    const { client } = context
    const orders = (client.shop.orders.peek() ?? []).filter(order => !order.hidden).reverse()
    if (orders.length === 0) {
      const isDenied = client.shop.consent.state.peek().personalize === 'denied'
      return this.drawNothing(isDenied ? 'off' : 'empty', 'no order of this browser is known: set order="ID", or track("purchase")', signal)
    }
    const looks: (() => void)[] = []
    const open = (order: Order): { id: string; order: Order; news: Following['news'] } => {
      const following = this.#follow(context, order.id, signal)
      looks.push(following.look)
      return { id: order.id, order, news: following.news }
    }
    this.draw(h(OrderList, { context, orders, asksFirst: this.getAttribute('orders') === 'hidden', open }))
    this.#say(client, 'ready')
    const shown = orders.map(order => order.id).join()
    this.#onEpoch(client, signal, () => {
      const still = (client.shop.orders.peek() ?? []).filter(order => !order.hidden).reverse()
      if (still.map(order => order.id).join() !== shown) this.restart()
      else for (const look of looks) look()
    })
  }

  #follow(context: OrderContext, id: string, signal: AbortSignal): Following {
    const onNews = (shipment: Shipment): void => {
      context.words.value = t('order.new-spoken', { status: t(`status.${shipment.status}`) })
    }
    return followOrder({ client: context.client, timers: this.timers, signal, id, onNews })
  }

  #onEpoch(client: Client, signal: AbortSignal, look: () => void): void {
    signal.addEventListener('abort', onChange([client.epoch], () => this.attempt(signal, async () => {
      await client.settled()
      if (!signal.aborted) look()
    })))
  }

  /** Denied, but drawn from what the page itself said: the state says that nothing was remembered. */
  #say(client: Client, state: 'ready' | 'stale', reason?: string): void {
    const isDenied = client.shop.consent.state.peek().personalize === 'denied'
    this.setState(isDenied && state === 'ready' ? 'off' : state, reason)
  }

  #contextOf(client: Client): OrderContext {
    const address = (name: string): string => safeUrl(this.getAttribute(name)) ?? ''
    return {
      client, host: this, timers: this.timers, locale: client.locale, now: () => client.now(),
      lookUpUrl: address('look-up-url'),
      contactUrl: address('contact-url'),
      showsPrices: readFlag(this, 'show-prices'),
      stepNames: readStepNames(this.getAttribute('step-names')),
      words: createSignal(''),
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'shopside-order-tracking': ShopsideOrderTracking
  }
}
