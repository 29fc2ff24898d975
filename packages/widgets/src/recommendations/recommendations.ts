import { signal as createSignal } from '@preact/signals-core'
import { h, type ComponentChild } from 'preact'
import type { Recommendation } from '@shopside/engine'
import type { Client } from '@shopside/browser'
import { ShopsideElement } from '../element.ts'
import { dayOfMonth } from '../format/day.ts'
import { recommendations as messages } from '../messages/en/recommendations.ts'
import type { Message } from '../messages/message.ts'
import { addMessages, t } from '../messages/t.ts'
import { onChange } from '../onChange.ts'
import { chooseCards, type Choice } from './chooseCards.ts'
import { loadAgain, loadLater, loadLayout, loadMore, type RowParts } from './loadParts.ts'
import { LoadingTiles } from './LoadingTiles.tsx'
import { asksMore, isMore, readRequest, type RowRequest } from './readRequest.ts'
import { Recommendations } from './Recommendations.tsx'
import { itemOf, listParams, type Layout, type OpenWhy, type Row } from './row.ts'
import css from './styles.css?inline'
import { watchImpressions } from './watchImpressions.ts'

/** Times that a row is ranked anew after the shop said what it knows now (`live`). What comes with the last, unasked, is left out. */
const liveRounds = 4
/** Candidates asked for beyond the limit: what other rows of the page have claimed is replaced by these. */
const spareCards = 32
/** An older model says its age: four weeks without a build is no longer what the shop sells today. */
const staleAfterMs = 28 * 86_400_000

/**
 * `<shopside-recommendations>`: a row of products with reasons.
 *
 * Attributes: `strategy` (default for-you), `item`, `items` (hand-picked), `free-shipping-from`, `category`, `min-price`,
 * `max-price`, `diversity` (0..1, how much a card loses beside one that looks like it), `limit` (8), `min` (3), `placement` (the
 * strategy), `heading`, `layout` (rail, grid, bundle), `price-max-age` (days, 7), `privacy-url`. Events out:
 * `shopside:add-to-cart`. Slots: default (shown until ready), `empty`.
 */
export class ShopsideRecommendations extends ShopsideElement {
  static override readonly styles: readonly string[] = [css]
  static override readonly messages: Readonly<Record<string, Message>> = messages
  static readonly observedAttributes: readonly string[] = [
    'strategy', 'item', 'items', 'free-shipping-from', 'category', 'min-price', 'max-price', 'diversity', 'limit', 'min',
    'placement', 'heading',
    'layout', 'price-max-age', 'privacy-url',
  ]

  declare strategy: string
  declare item: string
  declare items: string
  declare freeShippingFrom: string
  declare category: string
  declare minPrice: string
  declare maxPrice: string
  declare diversity: string
  declare limit: string
  declare min: string
  declare placement: string
  declare heading: string
  declare layout: string
  declare priceMaxAge: string
  declare privacyUrl: string

  /** The layout whose styles are here. */
  #layoutReady: Layout = 'grid'
  #openings = 0
  readonly #unticked = createSignal<ReadonlySet<string>>(new Set())

  protected override placeholder(): ComponentChild {
    const request = readRequest(this)
    // Without the styles of its layout a tile would not have its final size.
    if (typeof request === 'string' || request.layout !== this.#layoutReady) return h('slot', null)
    return h(LoadingTiles, { count: request.limit, layout: request.layout })
  }

  protected override async run(client: Client, signal: AbortSignal): Promise<void> {
    const request = readRequest(this)
    if (typeof request === 'string') return this.drawNothing('error', request, signal)
    // Rows further down leave this one its products, however long its list takes.
    client.claims.announce(this)
    // Waited for last: what is still to be drawn with must not make this row later than its neighbours when products are given
    // out.
    const loading = this.#loadLayout(request.layout)
    loading.catch(() => {})
    const [more] = await Promise.all([asksMore(this, request) ? loadMore() : undefined, client.settled()])
    if (signal.aborted) return
    const { limit, layout, wanted } = request
    const fault = more?.readMore(this, wanted)
    if (fault) return this.#drawWrong(client, fault, signal)
    const placed = { ...wanted, placement: request.placement }
    const rank = () => Promise.all([client.rank(placed), client.rank({ ...placed, limit: limit + spareCards })])
    let [list, spare] = await rank()
    if (signal.aborted) return
    const subject = layout === 'bundle' ? subjectOf(client, request, list) : undefined
    if (layout === 'bundle' && !subject) return this.#drawEmpty(client, request, signal)

    let choice: Choice | undefined
    const sinceMs = performance.now()
    const asked = new Set<string>()
    for (let round = 1; ; round++) {
      await client.claims.request(this, taken => {
        if (signal.aborted) return []
        choice = chooseCards(list, spare, { taken: withGroup(taken, subject), min: request.min })
        return (choice?.cards ?? []).map(card => card.item.groupId)
      })
      if (signal.aborted) return
      // What the shop calls sold out now leaves its place to the next, which is asked about once more.
      const shown = [...subject ? [subject] : [], ...choice?.cards ?? []].map(({ item }) => item.itemId)
      if (round > liveRounds || !await client.askLive(shown, sinceMs)) break
      for (const itemId of shown) asked.add(itemId)
      const isAsked = ({ item }: Recommendation): boolean => round < liveRounds || asked.has(item.itemId)
      ;[list = [], spare = []] = (await rank()).map(found => found.filter(isAsked))
    }
    if (signal.aborted) return
    if (!choice) return this.#drawEmpty(client, request, signal)
    const again = choice.cards.some(card => card.reason.kind === 'buy-again') ? await loadAgain() : {}
    const words = choice.cards.some(card => isMore(card.strategy)) ? more ?? await loadMore() : undefined
    const parts = await loading
    if (signal.aborted) return
    this.#adoptParts(again)
    if (words) addMessages(words.messages)
    const row = this.#rowOf(client, request, choice, subject, { ...parts, ...again })
    if (words) row.more = words.reasons
    this.#paint(row, signal)
  }

  async #loadLayout(layout: Layout): Promise<RowParts> {
    const parts = await loadLayout(layout)
    this.#adoptParts(parts)
    this.#layoutReady = layout
    return parts
  }

  #adoptParts(parts: RowParts): void {
    for (const part of Object.values(parts)) this.adopt(part.css, part.messages)
  }

  #rowOf(client: Client, request: RowRequest, choice: Choice, subject: Recommendation | undefined, parts: RowParts): Row {
    const { strategy, cards } = choice
    const now = client.now()
    const asOf = client.model.value?.asOf
    const row: Row = {
      client, host: this, timers: this.timers, now, locale: client.locale, strategy, cards,
      layout: request.layout, parts,
      openWhy: open => void this.#openWhy(row, open),
      placement: request.placement,
      heading: strategy === request.strategy && request.heading ? request.heading : t(`heading.${strategy}`),
      canAdd: client.canAdd(this),
      priceMaxAgeDays: request.priceMaxAgeDays,
      privacyUrl: request.privacyUrl,
      folds: createSignal(new Map()), why: createSignal(undefined), words: createSignal(''), unticked: this.#unticked,
    }
    if (subject) row.subject = subject
    const namesakes = this.#namesakes(row.heading)
    if (namesakes > 0) row.label = `${row.heading} ${namesakes + 1}`
    if (asOf !== undefined && now - asOf > staleAfterMs) row.age = t('as-of', { day: dayOfMonth(asOf, client.locale) })
    return row
  }

  /** Other rows of the page under the same heading: landmarks must be told apart by ear. */
  #namesakes(heading: string): number {
    const others = [...document.querySelectorAll(this.localName)].filter(other => other !== this)
    return others.filter(other => other.shadowRoot?.querySelector('h2')?.textContent === heading).length
  }

  async #openWhy(row: Row, open: Omit<OpenWhy, 'turn'>): Promise<void> {
    try {
      row.parts.why ??= (await import('./whyPart.ts')).part.why
    } catch {
      // The file is gone after a deploy or the network is: the card stays as it is, the next press tries again.
      return
    }
    this.adopt(row.parts.why.css, row.parts.why.messages)
    row.why.value = { ...open, turn: ++this.#openings }
  }

  #paint(row: Row, signal: AbortSignal): void {
    const { client } = row
    this.draw(h(Recommendations, { row }))
    const isDenied = client.shop.consent.state.value.personalize === 'denied'
    if (isDenied) this.setState('off', 'personalize is denied: the row knows this page alone')
    else this.setState(row.age ? 'stale' : 'ready', row.age && 'the model is older than four weeks: run `shopside build`')

    const cards = this.shadowRoot!.querySelectorAll<HTMLElement>('[data-index]')
    signal.addEventListener('abort', watchImpressions(cards, this.timers, indices => {
      const items = indices.map(index => itemOf(row, row.cards[index]!))
      void client.shop.track('view_item_list', { ...listParams(row), items })
    }))
    this.#keepTrue(row, signal, isDenied)
  }

  /** Folds what must go when another tab, an order or a correction says so; a lost past makes the row a stranger's. */
  #keepTrue(row: Row, signal: AbortSignal, wasDenied: boolean): void {
    const { client } = row
    const { shop } = client
    const knownSince = shop.profile.value?.firstAt
    const address = location.pathname + location.search
    const look = async (): Promise<void> => {
      await client.settled()
      if (signal.aborted) return
      // A route of a single-page shop: a next page, where everything may be new.
      if (address !== location.pathname + location.search) return this.restart()
      const profile = shop.profile.value
      const isDenied = shop.consent.state.value.personalize === 'denied'
      const isForgotten = knownSince !== undefined && !(profile?.firstAt !== undefined && profile.firstAt <= knownSince)
      if (isForgotten || (isDenied && !wasDenied)) return this.#becomeStrangers()
      // Where its file is gone after a deploy the cards stay, and the next change looks again.
      const later = await loadLater()
      if (later && !signal.aborted) {
        row.folds.value = later.foldsNow(row.cards, { profile, paintedAt: row.now, before: row.folds.value })
      }
    }
    signal.addEventListener('abort', onChange([client.epoch], () => this.attempt(signal, look)))
  }

  #becomeStrangers(): void {
    this.holdHeight()
    this.restart()
  }

  #drawWrong(client: Client, reason: string, signal: AbortSignal): void {
    client.claims.release(this)
    this.drawNothing('error', reason, signal)
  }

  async #drawEmpty(client: Client, request: RowRequest, signal: AbortSignal): Promise<void> {
    client.claims.release(this)
    const [state, reason] = (await loadLater())?.emptyReason(client, request) ?? [
      'empty', `nothing for strategy "${request.strategy}"`,
    ]
    if (!signal.aborted) this.drawNothing(state, reason, signal)
  }
}

/** The item a bundle is built around: the attribute, else the page's item, which every bought-with reason names. */
function subjectOf(client: Client, request: RowRequest, candidates: readonly Recommendation[]): Recommendation | undefined {
  let { itemId } = request.wanted
  for (const { reason } of candidates) {
    if (!itemId && (reason.kind === 'bought-with' || reason.kind === 'similar-to')) itemId = reason.itemId
  }
  const item = itemId ? client.product(itemId) : undefined
  return item && { item, score: 0, reason: { kind: 'popular' }, reasons: [], strategy: request.strategy, twins: [] }
}

function withGroup(taken: ReadonlySet<string>, subject: Recommendation | undefined): ReadonlySet<string> {
  return subject ? new Set([...taken, subject.item.groupId]) : taken
}

declare global {
  interface HTMLElementTagNameMap {
    'shopside-recommendations': ShopsideRecommendations
  }
}
