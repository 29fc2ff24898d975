import type { Page } from '@playwright/test'
import { waitForSurface } from '../browser/plainShop.ts'
import type { Canaries } from './canaries.ts'
import { items } from './leakHost.ts'

/** Steps of one journey. */
export const stepCount = 200

/** One act of the page or of its shopper; `say` false leaves the event out and does the rest (the control run). */
type Act = (facts: { canaries: Canaries; items: readonly string[]; step: number; say: boolean }) => unknown

/** What happens between two pages, round and round. Each runs inside the page. */
const acts: Act[] = [
  ({ canaries: { name, email }, items, step, say }) => {
    if (!say) return
    const item_id = items[step % items.length]!
    void (window as unknown as LeakWindow).shopside.track('view_item', {
      currency: 'GBP', value: 1, customer: email,
      items: [{
        item_id, item_name: `For ${name}`, item_brand: name, item_category: email, url: `/p/${item_id}?email=${email}#${name}`,
        image_url: `/pictures/${item_id}.svg?u=${email}`,
      }],
    })
  },
  ({ canaries: { searchTerm, email }, say }) => { if (say) void (window as unknown as LeakWindow).shopside.track(
    'search', { search_term: `${searchTerm} ${email}` },
  ) },
  ({ canaries: { name, phone }, items, step, say }) => {
    if (say) void (window as unknown as LeakWindow).shopside.track('add_to_cart', { items: [{ item_id: items[step % items.length]!, quantity: 1, item_variant: `${name} ${phone}` }], note: phone })
  },
  ({ canaries, say }) => { if (say) void (window as unknown as LeakWindow).shopside.track('Quiz Finished', { ...canaries }) },
  ({ canaries: { orderId, name }, items, step, say }) => {
    if (say) void (window as unknown as LeakWindow).shopside.track('purchase', { transaction_id: `${orderId}-${step % 3}`, items: [{ item_id: items[step % items.length]!, item_name: name, quantity: 1 }], affiliation: name })
  },
  ({ canaries: { name, email }, say }) => {
    const layer = ((window as unknown as LeakWindow).dataLayer ??= [])
    if (say) {
      layer.push({ event: 'view_item', user_data: { email, name }, ecommerce: { items: [{ item_id: 'dl-1', item_name: name }] } })
    }
  },
  ({ canaries: { searchTerm, email, orderId } }) => {
    history.replaceState(
      null, '', `${location.pathname}?q=${encodeURIComponent(searchTerm)}&email=${encodeURIComponent(email)}#${orderId}`,
    )
  },
  ({ canaries: { name, email } }) => {
    const field = document.querySelector<HTMLInputElement>('input[name=email]')
    if (!field) return
    field.value = `${name} ${email}`
    for (const type of ['input', 'change', 'blur']) field.dispatchEvent(new Event(type, { bubbles: true }))
  },
  ({ canaries }) => { postMessage({ source: 'shopside', type: 'track', value: canaries }, '*') },
  ({ canaries: { name, email }, items, say }) => {
    if (say) void (window as unknown as LeakWindow).shopside.cart.set([{ item_id: items[0]!, item_name: name, quantity: 2, url: `/p?e=${email}` }], 'GBP')
  },
  ({ canaries: { email }, items, say }) => { if (say) void (window as unknown as LeakWindow).shopside.track(
    'not_for_me', { items: [{ item_id: items[5]!, item_name: email }] },
  ) },
  ({ canaries: { searchTerm }, say }) => { if (say) void (window as unknown as LeakWindow).shopside.track(
    'Products Searched', { query: searchTerm, email: searchTerm },
  ) },
  ({ canaries: { orderId }, items }) => { void (window as unknown as LeakWindow).shopside.recommend(
    { strategy: 'similar', itemId: items[1]!, placement: orderId },
  ).catch(() => {}) },
  ({ canaries }) => { dispatchEvent(new CustomEvent('shopside:add', { detail: canaries })) },
]

/** The page as the acts see it: whatever a page's own script may hand in, in whichever type. */
interface LeakWindow {
  shopside: {
    track(name: string, params: object): Promise<unknown>
    recommend(request: object): Promise<unknown>
    cart: { set(lines: object[], currency: string): Promise<unknown> }
    consent: { set(answers: object): void }
  }
  dataLayer?: unknown[]
}

/** Consent of a journey: what is answered on the first page, and whether it is taken back at the middle. */
export interface ConsentPlan {
  name: string
  answers?: Record<string, boolean>
  withdrawn?: boolean
  privacySignal?: boolean
}

/**
 * Walks through the shop: a page, then its share of acts, until there were `stepCount` steps.
 *
 * @param steps ends it sooner
 */
export async function walk(
  page: Page, url: string, canaries: Canaries, plan: ConsentPlan, say: boolean, left: (page: Page) => Promise<void>,
  steps = stepCount,
): Promise<number> {
  const { searchTerm, email } = canaries
  const query = `?q=${encodeURIComponent(searchTerm)}&utm_campaign=${encodeURIComponent(email)}&gclid=${encodeURIComponent(email)}`
  const paths = ['/', '/product', `/search${query}`, '/account', '/checkout', '/thanks', '/', '/product']
  const perPage = Math.ceil(stepCount / paths.length) - 1
  let step = 0
  for (const [place, path] of paths.entries()) {
    if (step >= steps) break
    if (place > 0) await left(page)
    await page.goto(url + path)
    await waitForSurface(page)
    step++
    if (place === 0 && plan.answers !== undefined) {
      await page.evaluate(answers => (window as unknown as LeakWindow).shopside.consent.set(answers), plan.answers)
    }
    if (place === paths.length / 2 && plan.withdrawn === true) await page.evaluate(() => (window as unknown as LeakWindow).shopside.consent.set({ personalize: false, analytics: false, connectors: false }))
    // What widgets draw, and the pictures in it, belongs to what is looked at: wait for the row as a shopper would.
    await page.locator('shopside-recommendations').scrollIntoViewIfNeeded()
    await page.waitForFunction(() => {
      const row = document.querySelector('shopside-recommendations')
      const pictures = [...row?.shadowRoot?.querySelectorAll('img') ?? []]
      return /ready|stale|empty|off|error/.test(row?.getAttribute('data-state') ?? '')
        && pictures.every(picture => picture.complete)
    })
    for (let act = 0; act < perPage && step < steps; act++, step++) {
      await page.evaluate(acts[step % acts.length]! as (facts: object) => unknown, { canaries, items, step, say })
    }
  }
  await left(page)
  return step
}
