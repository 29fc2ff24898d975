import { signal as createSignal } from '@preact/signals-core'
import { h, type VNode } from 'preact'
import type { CartNudge as Decision } from '@shopside/engine'
import { loadTwice, type Client } from '@shopside/browser'
import { ShopsideElement } from '../element.ts'
import { priceMaxAgeDays } from '../format/freshPrice.ts'
import { cartNudge as messages } from '../messages/en/cartNudge.ts'
import type { Message } from '../messages/message.ts'
import { onChange } from '../onChange.ts'
import { CartDot } from './CartDot.tsx'
import { isQuietPage } from './isQuietPage.ts'
import { promotionParams, type Nudge } from './nudge.ts'
import css from './styles.css?inline'

/**
 * `<shopside-cart-nudge>`: says once, quietly, that a basket is still here.
 *
 * Attributes: `cart-url` (the shop's basket page), `page` (`checkout` keeps it silent; so does `data-page` on html or body).
 * Slots: default (always shown, e.g. the shop's basket link), `assurance` (returns and delivery, in the shop's words).
 * Events out: `shopside:add-to-cart`, when things are put back.
 */
export class ShopsideCartNudge extends ShopsideElement {
  static override readonly styles: readonly string[] = [css]
  static override readonly messages: Readonly<Record<string, Message>> = messages
  static override readonly waitsForView: boolean = false
  static readonly observedAttributes: readonly string[] = ['cart-url', 'page']

  declare cartUrl: string
  declare page: string

  /** When this element last spoke, epoch ms: its own show must not count against it. */
  #spokeAt: number | undefined
  /** What is on the page now, or about to be. */
  #shows: Decision['show'] = 'nothing'
  #nudge: Nudge | undefined
  /** What may be said of the basket now; set by each run before anything asks. */
  #decide!: () => Decision

  protected override async run(client: Client, signal: AbortSignal): Promise<void> {
    const [decide] = await Promise.all([client.nudgeDecider(), client.profileSettled()])
    this.#decide = () => decide({ onCheckout: isQuietPage(this), ...(this.#spokeAt !== undefined && { spokeAt: this.#spokeAt }) })
    await this.#settleModel(client)
    if (signal.aborted) return
    this.#shows = 'nothing'
    this.#nudge = undefined
    // Every new fact is looked at again: an order or a dismissal in another tab takes the nudge off this page.
    signal.addEventListener('abort', onChange([client.epoch, client.shop.profile, client.cart], () => {
      this.attempt(signal, async () => {
        await client.profileSettled()
        await this.#settleModel(client)
        if (!signal.aborted) this.#look(client, signal)
      })
    }))
    this.#look(client, signal)
  }

  /** On most pages there is nothing to say, whatever the model knows: then it is not asked for. */
  async #settleModel(client: Client): Promise<void> {
    const { show, why } = this.#decide()
    if (show !== 'nothing' || why === 'nothing-to-buy') await client.settled()
  }

  #look(client: Client, signal: AbortSignal): void {
    // Just put back: the basket is whole again because of this very nudge, which may finish its sentence.
    const step = this.#nudge?.step.value
    if ((step === 'busy' || step === 'restored') && client.shop.profile.peek()) return
    const decision = this.#decide()
    if (decision.show === 'nothing') return this.#close(decision.why, signal)
    if (decision.show === 'dot') {
      this.#shows = 'dot'
      this.draw(h(CartDot, { count: decision.lines.length, cartUrl: this.#cartUrl() }))
      return this.setState('ready', decision.why)
    }
    // Shown as it was decided; what changes later is for the next page.
    if (this.#shows === 'card') return
    this.#shows = 'card'
    this.draw(h('slot', null))
    this.setState('waiting', 'speaks after two calm seconds')
    this.attempt(signal, () => this.#prepare(client, signal))
  }

  async #prepare(client: Client, signal: AbortSignal): Promise<void> {
    const { part } = await loadTwice(() => import('./cardPart.ts'))
    if (signal.aborted) return
    this.adopt(part.css, {})
    part.whenCalm(this.timers, signal, () => this.attempt(signal, () => {
      if (this.#shows === 'card') this.#speak(client, signal, part.CartNudge)
    }))
  }

  #speak(client: Client, signal: AbortSignal, view: (props: { nudge: Nudge }) => VNode): void {
    const decision = this.#decide()
    if (decision.show !== 'card') {
      this.#shows = 'nothing'
      return this.#look(client, signal)
    }
    if (!client.claims.interrupt(this)) return this.#close('something else has spoken on this page', signal)
    const now = client.now()
    const currency = client.shop.profile.peek()?.rememberedCart?.currency ?? client.cart.peek()?.currency
      ?? client.product(decision.lines[0]?.item_id ?? '')?.currency
    const hasFreshPrices = decision.lines.every(line => now - pricedAt(client, line) <= priceMaxAgeDays * 86_400_000)
    const isStrip = matchMedia('(max-width: 559px)').matches
    const nudge: Nudge = {
      client, host: this, decision, now, locale: client.locale, currency, hasFreshPrices, isStrip,
      cartUrl: this.#cartUrl(),
      canAdd: client.canAdd(this),
      step: createSignal('asking'), words: createSignal(''),
      close: reason => this.#close(reason, signal),
    }
    this.#spokeAt = now
    this.#nudge = nudge
    this.draw(h(view, { nudge }))
    this.setState(
      hasFreshPrices ? 'ready' : 'stale', hasFreshPrices ? undefined : 'prices are older than a week: no total is shown',
    )
    void client.shop.track('view_promotion', promotionParams(isStrip))
  }

  #close(reason: string, signal: AbortSignal): void {
    this.#shows = 'nothing'
    this.#nudge = undefined
    const isDenied = this.client?.shop.consent.state.peek().personalize === 'denied'
    this.drawNothing(isDenied ? 'off' : 'empty', reason, signal)
  }

  #cartUrl(): string {
    return this.getAttribute('cart-url')?.trim() ?? ''
  }
}

/**
 * When the price of a line was last true, epoch ms, by whoever spoke last: the shop's basket, the catalogue, the day it came in.
 */
function pricedAt(client: Client, line: Decision['lines'][number]): number {
  const cart = client.cart.peek()
  if (cart?.source === 'snapshot' && cart.lines.some(other => other.item_id === line.item_id)) return client.now()
  return Math.max(line.addedAt, client.product(line.item_id)?.priceAt ?? 0)
}

declare global {
  interface HTMLElementTagNameMap {
    'shopside-cart-nudge': ShopsideCartNudge
  }
}
