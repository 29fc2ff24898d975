import { IDBKeyRange } from 'fake-indexeddb'
import { afterEach, beforeEach, expect } from 'vitest'
import type { ShopsideOptions } from '../../options.ts'
import { createShop, type Started } from '../../createShop.ts'
import { browserEnvironment } from '../../environment.ts'

Object.assign(globalThis, { IDBKeyRange })
// happy-dom has none; a test has no idle time to wait for.
Object.assign(window, { requestIdleCallback: (run: () => void) => window.setTimeout(run, 0) })

export const layerOf = window as unknown as { dataLayer?: unknown[] }
/** What each test begins with anew. */
export const given = { visible: true } as { started: Started[]; visible: boolean }
Object.defineProperty(document, 'visibilityState', { get: () => (given.visible ? 'visible' : 'hidden'), configurable: true })

export function open(options: ShopsideOptions = {}): Started {
  const client = createShop({ consent: 'granted', ...options }, { ...browserEnvironment(window), indexedDb: () => undefined })
  given.started.push(client)
  return client
}

/** What was kept so far, without what is about the page alone. */
export async function kept({ shop }: Started): Promise<{ name: string; params: Record<string, unknown> }[]> {
  const { events } = await shop.export()
  return (events as { name: string; params: Record<string, unknown> }[]).filter(({ name }) => name !== 'page_view')
}
export const names = async (client: Started): Promise<string[]> => (await kept(client)).map(event => event.name)
export const itemIds = ({ params }: { params: Record<string, unknown> }): string[] => (
  params['items'] as { item_id: string }[]
).map(item => item.item_id)

/** The page's first look and its second, at load. */
export async function look(client: Started): Promise<void> {
  await expect.poll(() => client.shop.status().capture.state).toBe('ready')
  await new Promise(done => setTimeout(done, 20))
}

export function hide(): void {
  given.visible = false
  document.dispatchEvent(new Event('visibilitychange'))
}

export const product = { '@context': 'https://schema.org', '@type': 'Product', 'sku': '22423', 'name': 'Regency Cakestand',
  'offers': { '@type': 'Offer', 'price': '12.75', 'priceCurrency': 'GBP', 'availability': 'https://schema.org/InStock' } }
export const withProduct = (more: object = {}): void => {
  const script = document.createElement('script')
  script.type = 'application/ld+json'
  script.textContent = JSON.stringify({ ...product, ...more })
  document.head.append(script)
}

beforeEach(() => {
  given.started = []
  given.visible = true
  localStorage.clear()
  delete layerOf.dataLayer
  document.head.replaceChildren()
  document.body.replaceChildren()
  window.history.replaceState(null, '', '/p/22423')
})

afterEach(() => {
  for (const { shop } of given.started) shop.dispose()
})
