import type { Page } from '@playwright/test'

/** ms of folding `events` events with the engine's built files, in the page, several times. */
export function foldTimes(page: Page, events: number, times: number): Promise<number[]> {
  return page.evaluate<number[]>(`(async () => {
    const { emptyProfile, foldEvents } = await import('/engine/index.js')
    const now = Date.now()
    // A shopper of years: mostly views of 2,000 things, some additions, an order every 400 events.
    const events = Array.from({ length: ${events} }, (_, n) => {
      const at = now - (${events} - n) * 60_000
      const item = { item_id: String(20000 + (n * 37) % 2000), price: 1.25, item_category: 'Home' + n % 9 }
      const id = at.toString(36).padStart(9, '0') + '-bench-' + (n + 1).toString(36).padStart(5, '0') + '-0'
      if (n % 400 === 399) return { id, at, name: 'purchase', params: { transaction_id: 'T' + n, currency: 'GBP', items: [{ ...item, quantity: 2 }] } }
      if (n % 12 === 11) return { id, at, name: 'add_to_cart', params: { currency: 'GBP', items: [{ ...item, quantity: 1 }] } }
      return { id, at, name: 'view_item', params: { items: [item] } }
    })
    const samples = []
    for (let time = 0; time < ${times}; time++) {
      const before = performance.now()
      foldEvents(emptyProfile(), events)
      samples.push(performance.now() - before)
    }
    return samples
  })()`)
}
