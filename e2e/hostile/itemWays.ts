import type { BrowserContext, Page } from '@playwright/test'
import type { HostileCase } from './corpus.ts'
import { addressComplaint, expectedId, priceComplaint, titleComplaint } from './expected.ts'
import { itemCases, itemOf, longestInput } from './hostileHost.ts'
import { drawnCards, open, readCopy, trackAll, type DrawnCard, type SeenItem } from './inPage.ts'
import type { Verdicts } from './verdicts.ts'

interface Stage { context: BrowserContext; page: Page; url: string; cases: readonly HostileCase[]; verdicts: Verdicts }

/** Looks at one item as it was kept. `named`: what stands in the place of a title that is left out. */
function judge(one: HostileCase, way: string, seen: SeenItem | undefined, { url, verdicts }: Stage): void {
  if (one.kind === 'id') return verdicts.look(one.id, way, seen?.item_id === expectedId(one) ? undefined : `is ${seen?.item_id}`)
  if (seen === undefined) return verdicts.look(one.id, way, 'the whole item is gone')
  if (one.kind === 'title') verdicts.look(one.id, way, titleComplaint(one, seen.item_name, undefined))
  if (one.kind === 'price') verdicts.look(one.id, way, priceComplaint(one, seen.price))
  if (one.kind !== 'url') return
  verdicts.look(one.id, way, addressComplaint(one, seen.url, url))
  if (one.id !== 'U22') verdicts.look(one.id, `${way}, picture`, one.id === 'U20' ? undefined : addressComplaint(one, seen.image_url, url))
}

function judgeAll(way: string, items: readonly SeenItem[], stage: Stage, only: (one: HostileCase) => boolean = () => true): void {
  const known = new Map(items.map(item => [item.item_id, item]))
  for (const one of itemCases(stage.cases)) {
    const id = one.kind === 'id' ? expectedId(one) : one.id
    if (only(one)) judge(one, way, id === undefined ? undefined : known.get(id), stage)
  }
}

/** What was drawn of each case: its title letter by letter, clipped to its box; its link and picture. */
function judgeCards(way: string, cards: readonly DrawnCard[], cases: readonly HostileCase[], stage: Stage): void {
  const { verdicts, url } = stage
  for (const one of cases) {
    if (one.kind === 'title') {
      const found = cards.find(({ title }) => titleComplaint(one, title, one.id) === undefined)
      verdicts.look(one.id, way, found === undefined ? 'no card shows it so' : found.clips ? undefined : 'its title may run over its neighbours')
    }
    if (one.kind === 'url') {
      const card = cards.find(({ title }) => title === `Case ${one.id}`)
      verdicts.look(one.id, way, card === undefined ? 'has no card' : addressComplaint(one, card.href, url))
    }
    if (one.kind === 'price' || one.kind === 'id') {
      const isThere = cards.some(({ title }) => title === `Case ${one.id}`)
      verdicts.look(one.id, way, isThere === !one.expect.includes('drop') ? undefined : `${isThere ? 'is' : 'is not'} on a card`)
    }
  }
}

/** `track()`, then the profile, then the rows, the nudge, the orders and the privacy widget; half of the cases at a time, as a profile keeps 50 views. */
export async function byTrack(stage: Stage): Promise<void> {
  const { page, url } = stage
  const all = itemCases(stage.cases)
  for (const half of [all.filter(({ kind }) => /title|price/.test(kind)), all.filter(({ kind }) => /url|id/.test(kind))]) {
    await open(page, `${url}/shop`)
    await trackAll(page, half.map(one => ['view_item', { currency: 'GBP', items: [itemOf(one)] }]))
    await trackAll(page, half.filter(({ kind }) => kind === 'title').map(({ input }) => ['search', { search_term: input }]))
    const { events } = await readCopy(page)
    const items = events.flatMap(({ name, params }) => (name === 'view_item' ? params.items ?? [] : []))
    judgeAll('track', items, stage, one => half.includes(one))
    await open(page, `${url}/shop`)
    judgeCards('row', await drawnCards(page), half, stage)
  }
  // The same items in a basket and in an order: nudge, list of orders, timeline.
  await page.evaluate(lines => { void (window as never as { shopside: any }).shopside.cart.set(lines, 'GBP') }, all.map(itemOf) as never) // oxlint-disable-line no-explicit-any
  const pennies = Array.from({ length: 10 }, () => 0.1).reduce((sum, price) => sum + price, 0)
  await trackAll(page, [
    ['purchase', { transaction_id: 'P13', currency: 'GBP', value: pennies, items: Array.from({ length: 10 }, (_, n) => ({ item_id: `penny${n}`, price: 0.1, quantity: 1 })) }],
    ['purchase', { transaction_id: 'ALL', currency: 'GBP', value: 1, items: all.map(itemOf) }],
  ])
  const { events } = await readCopy(page)
  for (const name of ['view_cart', 'purchase']) {
    const lines = events.findLast(event => event.name === name)?.params.items ?? []
    // A large event keeps ids, quantities and prices alone.
    const isWhole = lines.some(({ item_name }) => item_name !== undefined)
    judgeAll(name, lines, stage, one => isWhole || /price|id/.test(one.kind))
  }
  await open(page, `${url}/shop`)
  await page.evaluate(() => document.querySelector('shopside-order-tracking')!.scrollIntoView())
  await page.waitForFunction(() => /ready|empty/.test(document.querySelector('shopside-order-tracking')?.getAttribute('data-state') ?? ''), undefined, { polling: 50 })
  const words = await page.evaluate(() => document.querySelector('shopside-order-tracking')!.shadowRoot!.textContent ?? '')
  stage.verdicts.look('P13', 'sum', /£1\.00/.test(words) && !/0\.99|1\.000/.test(words) ? undefined : `an order of ten shows ${words.slice(0, 200)}`)
}

/** Names that are properties of every object, as keys of profile and model: each its own, none a stranger's. */
export async function byDataLayer(stage: Stage): Promise<void> {
  const { page, url, cases } = stage
  await page.addInitScript(() => { (window as unknown as { dataLayer?: unknown[] }).dataLayer = [] })
  await open(page, `${url}/shop`)
  await readCopy(page)
  await page.evaluate((items: object[]) => {
    const layer = ((window as unknown as { dataLayer?: unknown[] }).dataLayer ??= [])
    for (let place = 0; place < items.length; place++) layer.push({ event: 'add_to_cart', ecommerce: { currency: 'GBP', items: [{ ...items[place], item_category: 'layer' }] } })
  }, itemCases(cases).map(itemOf))
  const { events } = await readCopy(page)
  const items = events.flatMap(({ name, params }) => (name === 'add_to_cart' ? params.items ?? [] : []))
  judgeAll('data layer', items, stage)
}

export async function byLists(stage: Stage): Promise<void> {
  const { page, url } = stage
  for (const way of ['json-ld', 'microdata', 'marked']) {
    await open(page, `${url}/list/${way}`)
    await page.waitForFunction(() => (window as never as { shopside: any }).shopside.status().capture.state === 'ready', undefined, { polling: 50 }) // oxlint-disable-line no-explicit-any
    await page.goto(`${url}/bare`)
    await open(page, `${url}/search`)
    const { events } = await readCopy(page)
    const items = events.findLast(({ name }) => name === 'view_item_list')?.params.items ?? []
    if (items.length === 0) stage.verdicts.fail(way, 'its list was not read')
    // Written into a page, a number is a text, a list or an object is JSON: what is one field there is read as its text, and must be harmless.
    const isText = ({ input }: HostileCase): boolean => typeof input === 'string' && input !== '' && input.length < longestInput
    judgeAll(way, items, stage, one => isText(one) && one.id !== 'T09' && (way === 'json-ld' || !/^(T1[12]|T14|U0[34]|I14)$/.test(one.id)))
  }
}

export async function byModel(stage: Stage): Promise<void> {
  const { page, url, cases } = stage
  await open(page, `${url}/model/hostile`)
  const cards = await drawnCards(page)
  const shown = itemCases(cases).filter(({ kind, input }) => kind !== 'price' && typeof input === 'string' && input.length < longestInput && input !== '')
  const wellFormed = shown.map(one => (typeof one.input === 'string' ? { ...one, input: Buffer.from(one.input).toString() } : one))
  // U16: the reader takes no link with a blank in it. U20: what the shop has published in its own feed is its link.
  judgeCards('model', cards, wellFormed.filter(({ kind, id }) => kind !== 'id' && id !== 'U16' && id !== 'U20'), stage)
  for (const { id } of shown.filter(({ kind }) => kind === 'id')) {
    stage.verdicts.look(id, 'model', cards.some(({ title }) => title === `Case ${id}`) ? undefined : 'has no card')
  }
}
