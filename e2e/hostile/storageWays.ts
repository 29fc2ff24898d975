import type { Browser } from '@playwright/test'
import type { HostileCase } from './corpus.ts'
import { drawnCards, open, readCopy, trackAll } from './inPage.ts'
import type { Verdicts } from './verdicts.ts'

/** Events that an old fault, or another script, left in one database. `--full` takes all of them. */
const leftEvents = { full: 1_000_000, short: 100_000 }

/** What stands in storage before the first page of ours: each in a context of its own, and then a life as ever. */
export async function byStorage(
  browser: Browser, prepare: (context: Awaited<ReturnType<Browser['newContext']>>) => Promise<() => Promise<string[]>>,
  url: string, cases: readonly HostileCase[], isFull: boolean, verdicts: Verdicts,
): Promise<void> {
  await Promise.all(cases.filter(({ kind }) => kind === 'storage').map(async ({ id, input }) => {
    const context = await browser.newContext({ locale: 'en-GB' })
    const complaints = await prepare(context)
    try {
      const page = await context.newPage()
      await page.goto(`${url}/bare`)
      await page.evaluate(async ({ id, input, count }: { id: string; input: unknown; count: number }) => {
        const text = `{"v":1,"text":${JSON.stringify(String(id))}}`
        for (const key of ['shopside.consent', 'shopside.tail.x', 'shopside']) localStorage.setItem(key, id === 'S02' ? '{"consent":"granted","at":"yesterday"}' : text)
        if (id === 'S02') return
        const opening = indexedDB.open('shopside', 1)
        opening.onupgradeneeded = () => opening.result.createObjectStore('log')
        await new Promise(done => { opening.onsuccess = done })
        const records = opening.result.transaction('log', 'readwrite').objectStore('log')
        const key = (n: number): string => `e${(Date.now() - 1e6 + n).toString(36).padStart(9, '0')}-poison-${(n + 1).toString(36).padStart(5, '0')}`
        const vnode = { type: 'div', key: null, ref: null, constructor: undefined, props: { dangerouslySetInnerHTML: { __html: `<img src=x onerror=__shopside_xss('${id}')>` } } }
        const items = [
          { item_id: 'vnode', item_name: vnode },
          { item_id: 'script', item_name: 'Script', url: `javascript:__shopside_xss('${id}')`, image_url: 'https://evil.example.org/i.png' },
        ]
        for (const name of ['s', 'b', 'm', 'c', 'o1', 'n']) records.put(input, name)
        if (id === 'S03') {
          const batch = Array.from({ length: 500 }, () => ({ name: 'view_item', at: Date.now() - 1e6, params: { items: [{ item_id: 'old' }] } }))
          for (let n = 0; n < count / 500; n++) records.put(batch, key(n))
        } else {
          for (let n = 0; n < items.length; n++) records.put([{ name: 'view_item', at: Date.now() - 1e6 + n, page: '/', params: { items: [items[n]] } }], key(n))
          records.put([{ name: 'view_item', at: Date.now() - 1e6, params: { items: 'none' } }, null, 7, 'x'], key(7))
        }
        await new Promise(done => { records.transaction.oncomplete = done })
        opening.result.close()
      }, { id, input, count: isFull ? leftEvents.full : leftEvents.short })
      if (id === 'S02') {
        await open(page, `${url}/ask`)
        const { consent, storage } = await readCopy(page)
        verdicts.look(id, 'storage', consent === 'unknown' && storage === 'none' ? undefined : `consent ${consent}, storage ${storage}`)
        return
      }
      await open(page, `${url}/shop`)
      const [level] = await trackAll(page, [['view_item', { currency: 'GBP', items: [{ item_id: 'after', item_name: 'After' }] }]])
      await open(page, `${url}/shop`)
      const cards = await drawnCards(page)
      const isThere = cards.some(({ title }) => title === 'After')
      const bad = cards.filter(({ href = '', src = '' }) => /javascript|evil/.test(href + src))
      const { storage } = await readCopy(page)
      verdicts.look(id, 'storage', level !== 'written' ? `answers ${level}` : !isThere ? `is not remembered: ${cards.length} cards` : bad.length > 0 ? 'draws a stranger\'s address' : storage === 'idb' ? undefined : storage)
      for (const text of await complaints()) verdicts.fail(`storage ${id}`, text)
    } finally {
      await context.close()
    }
  }))
}

/** Broken and hostile model files: the row draws what the page itself knows, or nothing, and says so. */
export async function byModelFiles(
  browser: Browser, prepare: (context: Awaited<ReturnType<Browser['newContext']>>) => Promise<() => Promise<string[]>>,
  url: string, names: readonly string[], verdicts: Verdicts,
): Promise<void> {
  const context = await browser.newContext({ locale: 'en-GB' })
  const complaints = await prepare(context)
  try {
    await Promise.all(names.map(async name => {
      const page = await context.newPage()
      await open(page, `${url}/model/${name}`)
      await page.waitForFunction(() => /failed|ready/.test((window as never as { shopside: any }).shopside.status().model.state), undefined, { polling: 50, timeout: 15_000 }) // oxlint-disable-line no-explicit-any
      const { state, reason } = await page.evaluate(() => (window as never as { shopside: any }).shopside.status().model) as { state: string; reason?: string } // oxlint-disable-line no-explicit-any
      const [level] = await trackAll(page, [['view_item', { items: [{ item_id: name }] }]])
      verdicts.look(name.split('.')[0]!, `file ${name}`, state !== 'failed' ? `was read: ${state}` : level !== 'written' ? `answers ${level}` : reason === undefined ? 'does not say why' : undefined)
      await page.close()
    }))
    for (const text of await complaints()) verdicts.fail('model files', text)
  } finally {
    await context.close()
  }
}
