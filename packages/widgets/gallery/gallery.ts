import { signal } from '@preact/signals-core'
import type { CartLine, Membership, Model, Recommendation } from '@shopside/engine'
import '../../shopside/src/shopside.css'
import { connect } from '../src/connect.ts'
import '../src/cart-nudge/define.ts'
import '../src/order-tracking/define.ts'
import '../src/recommendations/define.ts'
import '../src/when/define.ts'
import { createFakeClient, fakeNow, fakeProfile } from '../src/testing/fakeClient.ts'
import { fakeCards } from '../src/testing/fakeProducts.ts'
import { scenarios } from './orders.ts'
import { picture } from './pictures.ts'

const day = 86_400_000
const query = new URLSearchParams(location.search)
const show = query.get('show') ?? 'recommendations'
const state = query.get('state') ?? ''
document.documentElement.dataset['theme'] = query.get('theme') ?? 'white'
document.documentElement.dir = query.get('dir') ?? 'ltr'

const client = createFakeClient()
client.answers.now = fakeNow

/** Rows by the `item` attribute, which names the scenario. */
const rows: Record<string, () => Recommendation[]> = {
  popular: () => cards(8),
  viewed: () => cards(8, { strategy: 'for-you', reason: {
    kind: 'viewed-item', itemId: 'x', title: 'Regency Cakestand Three Tier', times: 3, lastAt: fakeNow - 2 * day,
  } }),
  five: () => cards(5),
  again: () => cards(4, {
    strategy: 'buy-again', reason: { kind: 'buy-again', lastAt: fakeNow - 22 * day, times: 4, lastQuantity: 72, everyDays: 35 },
  }),
  bundle: () => cards(
    3, { strategy: 'bought-together', reason: { kind: 'bought-with', itemId: 'p9', title: 'Sixty Fairy Cake Cases', oneIn: 6 } },
  ),
  old: () => cards(4).map(card => ({ ...card, item: { ...card.item, priceAt: fakeNow - 9 * day } })),
  long: () => cards(4).map(card => (
    { ...card, item: { ...card.item, title: 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft' } }
  )),
  none: () => [],
}
const evidence = { itemId: 'x', title: 'Regency Cakestand Three Tier' }

/** Every row has products of its own: a product appears once on a page. */
let first = 0
function cards(count: number, overrides: Partial<Recommendation> = {}): Recommendation[] {
  first += 12
  return fakeCards(count, overrides, first).map((card, index) => ({
    ...card,
    item: { ...card.item, imageUrl: picture(index), url: `#${card.item.itemId}` },
    reasons: [card.reason, { kind: 'similar-to', ...evidence, shared: 'design' }, { kind: 'popular', category: 'Tea & Table' }],
    twins: index % 3 === 1
      ? ['red', 'green', 'ivory', 'duck egg', 'pink', 'blue'].map(colour => ({ itemId: colour, colour })) : [],
  }))
}

const made = new Map<string, Recommendation[]>()
for (const name in rows) made.set(name, rows[name]!())
client.answers.recommend = request => made.get(request.itemId ?? 'popular') ?? []
first = -12
for (const card of cards(12)) client.answers.products.set(card.item.itemId, card.item)
client.answers.products.set('bundle', { ...cards(10)[9]!.item, itemId: 'bundle', groupId: 'bundle' })
client.answers.add = items => (items[0]?.item_name?.startsWith('Pantry') ? { ok: false, reason: 'rejected', message: 'sold out' }
  : items[0]?.item_name?.startsWith('Jam') ? { ok: false, reason: 'rejected' } : { ok: true })
client.profileNow.value = fakeProfile({ orders: Object.values(scenarios).flatMap(({ order }) => order ?? []) })
for (const [id, { status, remembered }] of Object.entries(scenarios)) {
  if (remembered) client.tellOrder(id, remembered, { at: fakeNow - 3 * 3_600_000, trouble: 'failing' })
  else if (status) client.tellOrder(id, status)
}
if (state === 'stale') client.modelNow.value = { asOf: fakeNow - 40 * day } as Model
if (state === 'off') client.consentNow.value = { ...client.consentNow.value, personalize: 'denied' }
if (state === 'loading') client.answers.settle = () => new Promise(() => {})

const stage = document.getElementById('stage')!
function add(label: string, tag: string, attributes: Record<string, string>, child?: HTMLElement): void {
  const box = stage.appendChild(document.createElement('div'))
  box.className = 'state'
  const line = box.appendChild(document.createElement('p'))
  line.className = 'label'
  line.textContent = label
  const element = document.createElement(tag)
  for (const name in attributes) element.setAttribute(name, attributes[name]!)
  if (child) element.append(child)
  box.append(element)
}
function text(words: string, slot?: string): HTMLElement {
  const paragraph = document.createElement('p')
  paragraph.textContent = words
  if (slot) paragraph.slot = slot
  return paragraph
}

if (show === 'recommendations') {
  const tag = 'shopside-recommendations'
  add('for-you, rail', tag, { strategy: 'for-you', item: 'viewed', layout: 'rail', 'privacy-url': '#data' })
  add('fallback to popular, grid', tag, { strategy: 'for-you', item: 'popular' })
  add('five in a grid: whole rows', tag, { strategy: 'popular', item: 'five' })
  add('bundle', tag, { strategy: 'bought-together', item: 'bundle', layout: 'bundle' })
  add('buy again', tag, { strategy: 'buy-again', item: 'again', layout: 'rail' })
  add('prices too old, long words', tag, { strategy: 'popular', item: 'long', limit: '4' })
  add('see price', tag, { strategy: 'popular', item: 'old' })
  add('empty, with children', tag, { strategy: 'popular', item: 'none' }, text('Children written inside the element.'))
  add('error: wrong attribute', tag, { strategy: 'guess' }, text('Children stay.'))
} else if (show === 'orders') {
  const only = query.get('only')?.split(',') ?? Object.keys(scenarios)
  for (const id of only) add(id, 'shopside-order-tracking', { order: id, 'contact-url': '#ask' })
  if (query.has('only')) stage.className = 'short'
  else add('unknown', 'shopside-order-tracking', { order: 'nobody', 'look-up-url': '#look' })
  if (!query.has('only')) add('list', 'shopside-order-tracking', { 'show-prices': '' })
  if (!query.has('only')) add('list, asks first', 'shopside-order-tracking', { orders: 'hidden' })
} else if (show === 'when') {
  // `?as=loyal,bulk-buyer` says who looks, as on the second page of a visit; without it the first page, where nothing is known yet.
  const ids = query.get('as')?.split(',')
  Object.assign(client, { keepSegments: async () => {} })
  Object.assign(client.shop, { segments: signal(ids?.map((id): Membership => ({ id, since: fakeNow, because: [] }))) })
  // They ask what is known when they are added.
  connect(client)
  const tag = 'shopside-when'
  add('no attribute: to everybody', tag, {}, text('Open until six.'))
  add('segment="loyal"', tag, { segment: 'loyal' }, text('Your usual things, because you keep coming back to order.'))
  add('not="loyal": the other branch', tag, { not: 'loyal' }, text('New here? Begin with the tea lights.'))
  add('segment="bulk-buyer high-value" not="at-risk"', tag, { segment: 'bulk-buyer high-value', not: 'at-risk' }, text('By the dozen.'))
  add('segment="": to nobody', tag, { segment: '' }, text('Never seen.'))
} else if (show === 'nudge') {
  first = -12
  const lines: CartLine[] = cards(7).map((card, place) => ({
    item_id: card.item.itemId, item_name: card.item.title, image_url: card.item.imageUrl!, quantity: 1 + place % 2,
    price: card.item.price! + (place === 1 ? 0.3 : 0), addedAt: fakeNow - 2 * day,
  }))
  const cart = {
    lines: state === 'kept' ? lines : [], currency: 'GBP', changedAt: fakeNow - 2 * day, source: 'snapshot' as const,
  }
  client.cartNow.value = cart
  client.profileNow.value = fakeProfile({
    visits: 3, lastAt: fakeNow - 2 * day, cart: { ...cart, lines: [] },
    rememberedCart: { lines, currency: 'GBP', at: fakeNow - 2 * day },
  })
  client.modelNow.value = {
    asOf: fakeNow - day, indexOf: (id: string) => Number(id.slice(1)), available: (index: number) => index !== 3,
    product: (index: number) => client.answers.products.get(`p${index}`)!,
  } as unknown as Model
  add('nudge', 'shopside-cart-nudge', { 'cart-url': '#basket' }, text('Returns are free for 30 days.', 'assurance'))
  stage.append(
    ...Array.from({ length: 12 }, () => text('A page of the shop with words in it, so that one can see what floats above it.')),
  )
}
if (show !== 'when') setTimeout(() => connect(client), Number(query.get('late') ?? 0))
