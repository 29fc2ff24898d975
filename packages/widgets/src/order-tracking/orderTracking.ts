import { signal as createSignal, type Signal } from '@preact/signals-core'
import { h } from 'preact'
import type { Order } from '@shopside/engine'
import { loadTwice, type Client, type OrderFollowing, type OrderNews } from '@shopside/browser'
import { ShopsideElement } from '../element.ts'
import { orderTracking as messages } from '../messages/en/orderTracking.ts'
import type { Message } from '../messages/message.ts'
import { onChange } from '../onChange.ts'
import { readFlag } from '../readAttribute.ts'
import { safeUrl } from '../safeUrl.ts'
import { HideButton } from './HideButton.tsx'
import type { OpenedOrder } from './OrderList.tsx'
import type { MorePart } from './orderMorePart.ts'
import type { OrderPart } from './orderPart.ts'
import { readStepNames, type OrderContext, type OrderWords } from './orderView.ts'
import css from './styles.css?inline'

/**
 * `<shopside-order-tracking>`: where an order is, or without `order` the orders of this browser.
 * Which order it is comes from the attribute that the shop wrote, never from the page's address.
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

  readonly #more: Signal<MorePart | undefined> = createSignal(undefined)
  /** Hidden by this element's own button, which says so in their place. */
  readonly #hiddenHere: Set<string> = new Set()

  protected override async run(client: Client, signal: AbortSignal): Promise<void> {
    const id = this.getAttribute('order')?.trim() ?? ''
    await this.#settle(client, id)
    if (signal.aborted) return
    this.#hiddenHere.clear()
    const context = this.#contextOf(client)
    await (id === '' ? this.#drawList(context, signal) : this.#drawOrder(context, id, signal))
  }

  /** The model, for names and pictures of what was ordered, is asked for where there is an order. */
  async #settle(client: Client, id: string): Promise<void> {
    await client.profileSettled()
    if (id || client.shop.orders.peek()?.length) await client.settled()
  }

  async #drawOrder(context: OrderContext, id: string, signal: AbortSignal): Promise<void> {
    const { client } = context
    const find = (): Order | undefined => client.shop.orders.peek()?.find(each => each.id === id)
    const order = find()
    if (order?.hidden) return this.drawNothing('empty', `order ${id} was hidden by the shopper`, signal)
    // Its view comes while its parcels are asked for.
    const loading = this.#loadOrder(context)
    loading.catch(() => {})
    const following = await client.followOrder(id, this)
    // Aborted already, or some time: the listener of a signal that has fired would never run.
    if (signal.aborted) return following.stop()
    signal.addEventListener('abort', following.stop)
    this.#onEpoch(client, signal, () => {
      const now = find()
      // Hidden, forgotten or erased, here or in another tab: it goes from this page too. The next page may ask the shop again.
      if (!order && now && !now.hidden) this.restart()
      if (this.#hiddenHere.has(id) || (!now?.hidden && (now || !order))) return
      following.stop()
      this.drawNothing('empty', `order ${id} is not to be shown any more`, signal)
    })
    const [part, isKnown] = await Promise.all([loading, following.known()])
    if (signal.aborted) return
    const news = await this.#newsOf(context, part, following, signal)
    if (signal.aborted) return
    if (!isKnown && !order) {
      this.draw(h(part.UnknownOrder, { context }))
      this.#say(
        client, 'ready',
        `order ${id} is not in this browser, and no orderStatus answered for it (${news.peek().reason ?? 'none given'})`,
      )
      // An endpoint that comes back.
      return void signal.addEventListener('abort', onChange([news], () => {
        if (news.peek().status) this.restart()
      }))
    }
    this.draw(h(part.SingleOrder, { context, model: { id, order, news, seen: following.seen } }))
    signal.addEventListener('abort', news.subscribe(({ status, trouble, reason }) => {
      const isStale = status !== undefined && trouble !== undefined
      this.#say(client, isStale ? 'stale' : 'ready', isStale ? `the last state is shown: ${reason ?? trouble}` : undefined)
    }))
  }

  async #drawList(context: OrderContext, signal: AbortSignal): Promise<void> {
    const { client } = context
    const list = (): Order[] => (client.shop.orders.peek() ?? []).filter(
      order => !order.hidden || this.#hiddenHere.has(order.id),
    ).reverse()
    const orders = list()
    if (orders.length === 0) {
      const isDenied = client.shop.consent.state.peek().personalize === 'denied'
      this.drawNothing(
        isDenied ? 'off' : 'empty', 'no order of this browser is known: set order="ID", or track("purchase")', signal,
      )
    } else {
      const { part } = await loadTwice(() => import('./orderListPart.ts'))
      if (signal.aborted) return
      this.adopt(part.css, part.messages)
      const open = async (order: Order): Promise<OpenedOrder> => {
        const view = await this.#loadOrder(context)
        const following = await client.followOrder(order.id, this)
        if (signal.aborted) following.stop()
        signal.addEventListener('abort', following.stop)
        await following.known()
        const news = await this.#newsOf(context, view, following, signal)
        return { Card: view.OrderCard, model: { id: order.id, order, news, seen: following.seen } }
      }
      this.draw(h(part.OrderList, { context, orders, asksFirst: this.getAttribute('orders') === 'hidden', open }))
      this.#say(client, 'ready')
    }
    const shown = orders.map(order => order.id).join()
    this.#onEpoch(client, signal, () => {
      if (list().map(order => order.id).join() !== shown) this.restart()
    })
  }

  /** The news as they are shown: what needs `orderMorePart` is held back until that is here. */
  async #newsOf(
    context: OrderContext, { isPlain }: OrderPart, following: OrderFollowing, signal: AbortSignal,
  ): Promise<Signal<OrderNews>> {
    const prepare = async (news: OrderNews): Promise<void> => {
      const shipments = news.status?.shipments ?? []
      if (news.unread.size > 0 || !shipments.every(shipment => isPlain(shipment, context.now()))) await context.loadMore()
    }
    await prepare(following.news.peek())
    const shown = createSignal(following.news.peek())
    signal.addEventListener('abort', onChange([following.news], () => this.attempt(signal, async () => {
      const news = following.news.peek()
      await prepare(news)
      if (!signal.aborted && news === following.news.peek()) shown.value = news
    })))
    return shown
  }

  async #loadOrder(context: OrderContext): Promise<OrderPart> {
    const { part } = await loadTwice(() => import('./orderPart.ts'))
    this.adopt(part.css, part.messages)
    context.format = part.wordsFor(context.locale, context.now)
    return part
  }

  async #loadMore(): Promise<MorePart> {
    const { part } = await loadTwice(() => import('./orderMorePart.ts'))
    this.adopt(part.css, part.messages)
    return this.#more.value = part
  }

  #onEpoch(client: Client, signal: AbortSignal, look: () => void): void {
    signal.addEventListener('abort', onChange([client.epoch, client.shop.orders], () => this.attempt(signal, async () => {
      await this.#settle(client, this.getAttribute('order')?.trim() ?? '')
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
    const { locale } = client
    const now = (): number => client.now()
    return {
      client, host: this, timers: this.timers, locale, now,
      lookUpUrl: address('look-up-url'),
      contactUrl: address('contact-url'),
      showsPrices: readFlag(this, 'show-prices'),
      stepNames: readStepNames(this.getAttribute('step-names')),
      words: createSignal(''),
      hiddenHere: this.#hiddenHere,
      Hide: HideButton,
      format: {} as OrderWords,
      more: this.#more,
      loadMore: () => this.#loadMore(),
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'shopside-order-tracking': ShopsideOrderTracking
  }
}
