import type { BrowserContext, Page } from '@playwright/test'
import { waitForSurface } from '../browser/plainShop.ts'
import type { HostileCase } from './corpus.ts'
import { addressComplaint, priceComplaint, titleComplaint } from './expected.ts'
import { itemCases } from './hostileHost.ts'
import { drawnCards, open, readCopy, trackAll } from './inPage.ts'
import type { Verdicts } from './verdicts.ts'

export interface Stage {
  context: BrowserContext; page: Page; url: string; cases: readonly HostileCase[]; verdicts: Verdicts; isFull: boolean,
}

type Shop = { shopside: any; created?: any } // oxlint-disable-line no-explicit-any -- pages say anything to the surface
const ofKind = ({ cases }: Stage, kind: string): HostileCase[] => cases.filter(one => one.kind === kind)

/**
 * One frame a case: JSON-LD as it stands in the corpus, and OpenGraph, which has one product a page (every third of them; with
 * `--full` all). All store into one log.
 */
export async function byFrames(stage: Stage): Promise<void> {
  const { page, url, cases, verdicts, isFull } = stage
  const framed = [...ofKind(stage, 'jsonld'), ...itemCases(cases).filter(
    ({ kind, input }) => kind !== 'id' && typeof input === 'string',
  ).filter((_, place) => isFull || place % 3 === 0)]
  for (let from = 0; from < framed.length; from += 20) {
    await page.goto(`${url}/bare`)
    await page.evaluate(async (ids: string[]) => {
      await Promise.all(ids.map(id => new Promise(done => {
        const frame = Object.assign(document.createElement('iframe'), { src: `/frame/${id}`, onload: done })
        document.querySelector('main')!.append(frame)
      })))
      const isRead = (): boolean => [...document.querySelectorAll('iframe')].every(
        ({ contentWindow }) => (contentWindow as unknown as Shop).shopside?.status().capture.state === 'ready',
      )
      for (let turn = 0; turn < 100 && !isRead(); turn++) await new Promise(done => setTimeout(done, 50))
      // What a page found out, it says when it is left.
      for (const frame of document.querySelectorAll('iframe')) await (frame.contentWindow as unknown as Shop).shopside.flush()
    }, framed.slice(from, from + 20).map(({ id }) => id))
    await page.goto(`${url}/bare`)
  }
  await open(page, `${url}/search`)
  const { events } = await readCopy(page)
  const of = (id: string) =>
    events.findLast(({ name, page: path }) => name === 'view_item' && path === `/frame/${id}`)?.params.items?.[0]
  for (const one of framed) {
    const item = of(one.id)
    if (one.kind === 'title') verdicts.look(one.id, 'OpenGraph', one.id === 'T09' || /^(T1[12]|T14)$/.test(one.id) ? undefined : titleComplaint(one, item?.item_name, undefined))
    if (one.kind === 'url') verdicts.look(one.id, 'OpenGraph', /^U0[34]$/.test(one.id) ? (item?.url === undefined ? undefined : item.url) : addressComplaint(one, item?.url, url))
    if (one.kind === 'price') verdicts.look(one.id, 'OpenGraph', priceComplaint(one, item?.price))
    if (one.kind !== 'jsonld') continue
    const urls = [item?.url, item?.image_url].filter(address => address !== undefined)
    const isForeign = urls.some(address => new URL(address).origin !== url)
    verdicts.look(one.id, 'JSON-LD', isForeign ? `leads to ${urls.join(' ')}`
      : one.expect.includes('drop') && item !== undefined ? `is an item: ${JSON.stringify(item).slice(0, 80)}` : undefined)
  }
}

/** Hostile texts and dates in an order, through the page's endpoint and the real widget. */
export async function byOrders(stage: Stage): Promise<void> {
  const { page, url, verdicts } = stage
  await open(page, `${url}/order`)
  await page.waitForFunction(
    () => /ready|stale/.test(document.querySelector('shopside-order-tracking')?.getAttribute('data-state') ?? ''), undefined,
    { polling: 50 },
  )
  await page.waitForTimeout(100)
  const { words, links } = await page.evaluate(() => {
    const root = document.querySelector('shopside-order-tracking')!.shadowRoot!
    for (const details of root.querySelectorAll('details')) details.open = true
    return { words: root.textContent ?? '', links: [...root.querySelectorAll('a')].map(({ href }) => href) }
  })
  const isOdd = /Invalid|NaN|undefined|\[object|1970|9999|275760|0000/.exec(words)
  for (const { id } of ofKind(stage, 'date')) verdicts.look(id, 'order', isOdd ? `the order says ${words.slice(Math.max(0, isOdd.index - 40), isOdd.index + 40)}` : undefined)
  const bad = links.filter(link => !/^https?:/.test(link))
  if (bad.length > 0) verdicts.fail('order', `links to ${bad.join(' ')}`)

  for (const { id, input } of ofKind(stage, 'order')) {
    await page.goto(`${url}/orders${String(input)}`)
    await waitForSurface(page)
    await page.waitForFunction(
      () => /ready|empty|off/.test(document.querySelector('shopside-order-tracking')?.getAttribute('data-state') ?? ''),
      undefined, { polling: 50 },
    )
    const shown = await page.evaluate(() => document.querySelector('shopside-order-tracking')!.shadowRoot!.textContent ?? '')
    const asked = await page.evaluate(
      () => performance.getEntriesByType('resource').some(({ name }) => name.includes('/parcels/')),
    )
    verdicts.look(
      id, 'address',
      asked ? 'the endpoint was asked' : /100[12]|FREE100|coupon/i.test(shown) ? `shows ${shown.slice(0, 80)}` : undefined,
    )
  }
}

/** Times as a page's own stub gives them: `shopside.q`. */
export async function byStub(stage: Stage): Promise<void> {
  const { context, url, verdicts } = stage
  const dates = ofKind(stage, 'date')
  const page = await context.newPage()
  await page.addInitScript((calls: [string, unknown][]) => {
    const q = calls.map(([id, at]) => [at, location.href, 'track', 'view_item', { items: [{ item_id: `date ${id}` }] }])
    q.push([Date.now(), 'https://evil.example.org/', 'track', 'view_item', { items: [{ item_id: 'date base', url: '/p/1' }] }])
    ;(window as unknown as Shop).shopside = { q, push() {} }
  }, dates.map(({ id, input }) => [id, input] as [string, unknown]))
  const before = Date.now()
  await open(page, `${url}/search`)
  const { events, text } = await readCopy(page)
  for (const { id } of dates) {
    const event = events.find(({ params }) => params.items?.[0]?.item_id === `date ${id}`)
    const isNow = event !== undefined && event.at >= before - 1000 && event.at <= Date.now()
    verdicts.look(id, 'stub', event === undefined ? 'the event is gone' : isNow ? undefined : `happened at ${event.at}`)
  }
  if (text.includes('evil.example.org')) verdicts.fail('stub', 'a call from elsewhere made its site ours')
  await page.close()
}

/** Personal words in the address of a search page, a path, a custom event, a search. */
export async function byPersonal(stage: Stage): Promise<void> {
  const { page, url, verdicts } = stage
  const personal = ofKind(stage, 'pii')
  for (const { id, input } of personal) {
    const text = String(input)
    await open(
      page,
      text.startsWith('/') ? url + text : `${url}/search?q=${encodeURIComponent(text)}&utm_campaign=${encodeURIComponent(text)}`,
    )
    if (!text.startsWith('/')) {
      await trackAll(page, [['search', { search_term: text }], ['Note Left', { note: text, where: encodeURIComponent(text) }]])
    }
    await trackAll(
      page, [['view_item', { items: [{ item_id: id, url: text.startsWith('/') ? text : `/p?q=${encodeURIComponent(text)}` }] }]],
    )
    await readCopy(page)
  }
  const { events, text } = await readCopy(page)
  const own = JSON.stringify(events.filter(({ name }) => name !== 'view_item_list'))
  const secrets: Record<string, RegExp> = {
    X01: /jane\.doe|example\.com/i, X02: /7700|900123/, X03: /4111/, X04: /SW1A1AA|name=|Jane&/i,
  }
  for (const { id } of personal) {
    const found = secrets[id]!.exec(own)
    verdicts.look(id, 'log', found ? `keeps ${own.slice(Math.max(0, found.index - 60), found.index + 40)}` : undefined)
  }
  if (!text.includes('size 7')) verdicts.look('X01', 'log', 'lost the harmless words')
}

/** Options as an address, a tag and a call of `createShopside` would give them. */
export async function byConfig(stage: Stage): Promise<void> {
  const { page, url, verdicts } = stage
  const config = new Map(ofKind(stage, 'config').map(one => [one.id, String(one.input)]))
  await open(page, `${url}/shop${config.get('G02')!}`)
  const { prototype } = await readCopy(page)
  await page.goto(`${url}/bare`)
  const untouched = await page.evaluate(() => Reflect.ownKeys(Object.prototype).length)
  const isPolluted = await page.evaluate(() => 'polluted' in {})
  verdicts.look('G02', 'address', prototype === untouched && !isPolluted ? undefined : 'changed Object.prototype')

  await open(page, `${url}/locale`)
  await trackAll(page, [['view_item', { currency: 'USD', items: [{ item_id: 'G04', item_name: 'Case G04', price: 12.5 }] }]])
  await open(page, `${url}/locale`)
  const cards = await drawnCards(page)
  verdicts.look('G04', 'tag', cards.some(({ title }) => title === 'Case G04') ? undefined : 'nothing is drawn')

  await page.goto(`${url}/created`)
  await page.waitForFunction(() => (window as unknown as Shop).created !== undefined, undefined, { polling: 50 })
  for (const id of ['G01', 'G03', 'G04', 'G05']) {
    const said = await page.evaluate(async (text: string) => {
      const shop = (window as unknown as Shop).created({ consent: 'granted', shop: 'created', ...JSON.parse(text) })
      const { level } = await shop.track('view_item', { items: [{ item_id: 'a' }] })
      const { connectors } = shop.status()
      shop.dispose()
      return { level, connectors: connectors.length as number, isPolluted: 'polluted' in {} }
    }, config.get(id)!)
    verdicts.look(id, 'createShopside', said.isPolluted ? 'changed Object.prototype'
      : said.connectors > 0 ? 'uses a connector of nobody\'s' : said.level === 'written' ? undefined : `answers ${said.level}`)
  }
}

/**
 * Messages of this and of a foreign window, and on our own channel between tabs: nothing is granted, nothing is heard but three
 * words.
 */
export async function byMessage(stage: Stage, foreignUrl: string): Promise<void> {
  const { page, url, verdicts } = stage
  await open(page, `${url}/ask`)
  await page.evaluate(async ({ messages, frameUrl }: { messages: unknown[]; frameUrl: string }) => {
    const channel = new BroadcastChannel('shopside')
    for (let place = 0; place < messages.length; place++) {
      postMessage(messages[place], '*')
      channel.postMessage(messages[place])
      dispatchEvent(new StorageEvent('storage', { key: 'shopside.consent', newValue: 'granted' }))
    }
    const frame = Object.assign(document.createElement('iframe'), { src: frameUrl })
    document.body.append(frame)
    await new Promise(done => { addEventListener('message', event => { if (event.data === 'sent') done(undefined) }) })
    channel.close()
  }, { messages: ofKind(stage, 'message').map(({ input }) => input), frameUrl: `${foreignUrl}/sender` })
  const { consent, storage } = await readCopy(page)
  const databases = await page.evaluate(async () => (await indexedDB.databases()).length)
  for (const { id } of ofKind(stage, 'message')) {
    verdicts.look(id, 'window, frame, channel', consent !== 'unknown'
      || storage !== 'none' ? `consent ${consent}, storage ${storage}` : databases > 1 ? 'opened a database' : undefined)
  }
}
