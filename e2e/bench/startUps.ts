import type { Browser } from '@playwright/test'

/** ms of one start-up with a log that has `batches` in its tail. */
export interface StartUp {
  /** From navigation to `shop.ready`, files from the cache. */
  readyMs: number
  /** The first transaction that writes: it reads the state record and the tail, folds, and writes what it folded. */
  stateMs: number
}

/** Patches the page (a bench's own): how long each transaction that writes took. Kept in an attribute. */
const watchTransactions = `{
  const { transaction } = IDBDatabase.prototype
  IDBDatabase.prototype.transaction = function (stores, mode, options) {
    const made = transaction.call(this, stores, mode, options)
    const began = performance.now()
    if (mode === 'readwrite' && this.name === 'shopside') made.addEventListener('complete', () => {
      const { dataset } = document.documentElement
      dataset.took = (dataset.took ?? '') + ' ' + (performance.now() - began)
    })
    return made
  }
}`

/** Start-ups of a page whose log has a state record and `batches` batches that it has not seen: each in a context of its own. */
export async function startUps(
  browser: Browser, url: string, batches: number, slower: number, times: number,
): Promise<StartUp[]> {
  const found: StartUp[] = []
  for (let time = 0; time < times; time++) {
    const context = await browser.newContext()
    const first = await context.newPage()
    await first.goto(url)
    await first.evaluate(`(async () => {
      for (let n = 0; n < 20; n++) await window.shopside.track('view_item', { items: [{ item_id: 'start' + n }] })
      await window.shopside.ready
    })()`)
    await first.close()
    const second = await context.newPage()
    await second.goto(url)
    await second.evaluate(`(async () => {
      for (let n = 0; n < ${batches}; n++) await window.shopside.track('view_item', { items: [{ item_id: 'tail' + n }] })
    })()`)
    await second.close()
    const third = await context.newPage()
    await third.addInitScript(watchTransactions)
    const session = await context.newCDPSession(third)
    await session.send('Emulation.setCPUThrottlingRate', { rate: slower })
    await third.goto(url)
    const readyMs = await third.evaluate<number>('window.shopside.ready.then(() => performance.now())')
    const took = (await third.evaluate<string>('document.documentElement.dataset.took ?? ""')).trim().split(' ').map(Number)
    found.push({ readyMs, stateMs: took[0]! })
    await context.close()
  }
  return found
}
