// @vitest-environment page
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { runInNewContext } from 'node:vm'
import { afterEach, describe, expect, it } from 'vitest'
import { createFakeHost, settle } from '../testing/fakeHost.ts'
import { drainOutbox } from './drainOutbox.ts'
import { outboxKey } from './outboxKey.ts'

const source = readFileSync(join(import.meta.dirname, '../../pixel/shopify-checkout.js'), 'utf8')

/** The `checkout` of an event, cut from the Web Pixels API's reference, with everything personal that it really carries. */
const checkout = {
  token: 'c1', currencyCode: 'GBP', email: 'jane@example.com', phone: '+44 7700 900123',
  shippingAddress: { address1: '1 High Street', firstName: 'Jane', zip: 'LS1 1AA' },
  totalPrice: { amount: 28.5, currencyCode: 'GBP' },
  order: { id: '5501', customer: { id: '99', isFirstOrder: true } },
  lineItems: [
    {
      id: 'l1', title: 'Teapot', quantity: 2,
      variant: { id: '11', sku: 'T', price: { amount: 12.5 }, product: { id: '1', title: 'Teapot', vendor: 'V' } },
    },
    { id: 'l2', title: 'Gift wrap', quantity: 1, variant: null },
  ],
}
const event = { name: 'checkout_completed', timestamp: '2026-11-20T11:00:00.000Z', clientId: 'client-1', data: { checkout } }

/** Runs the pixel as Shopify does: with its own globals, and a storage that answers by promises. */
function runPixel(
  customerPrivacy?: object, more: object = {},
): { publish(name: string, event: unknown): Promise<void>; allow(): void } {
  const hears = new Map<string, (event: unknown) => unknown>()
  const consents: ((event: object) => void)[] = []
  runInNewContext(source, {
    analytics: { subscribe: (name: string, hear: (event: unknown) => unknown) => hears.set(name, hear) },
    browser: {
      localStorage: {
        getItem: async (key: string) => localStorage.getItem(key),
        setItem: async (key: string, value: string) => localStorage.setItem(key, value),
        ...more,
      },
    },
    init: { customerPrivacy },
    api: { customerPrivacy: { subscribe: (_: string, hear: (event: object) => void) => consents.push(hear) } },
  })
  return {
    async publish(name, published) {
      await hears.get(name)?.(published)
      await settle()
    },
    allow: () => consents.forEach(hear => hear({ customerPrivacy: { preferencesProcessingAllowed: true } })),
  }
}
const allowed = {
  analyticsProcessingAllowed: true, marketingAllowed: false, preferencesProcessingAllowed: true, saleOfDataAllowed: false,
}

afterEach(() => localStorage.clear())

describe('the checkout pixel', () => {
  it('notes an order that the storefront reads on the next page', async () => {
    const { publish } = runPixel(allowed)
    await publish('checkout_started', { ...event, data: { checkout: { ...checkout, order: null } } })
    await publish('checkout_completed', event)
    const host = createFakeHost(window)
    drainOutbox(host)
    expect(host.said.map(({ name }) => name)).toEqual(['begin_checkout', 'purchase'])
    expect(host.said[1]).toMatchObject({
      at: Date.parse('2026-11-20T11:00:00Z'),
      params: {
        transaction_id: '5501', currency: 'GBP', value: 28.5,
        items: [{ item_id: '11', item_group_id: '1', price: 12.5, quantity: 2 }, { quantity: 1 }],
      },
    })
  })

  it('notes nothing that names a person', async () => {
    await runPixel(allowed).publish('checkout_completed', event)
    expect(localStorage.getItem(outboxKey)).not.toMatch(/jane|7700|High Street|LS1|client-1|99/i)
  })

  it.each(
    [undefined, { ...allowed, preferencesProcessingAllowed: false }],
  )('notes nothing before the shopper has allowed it', async privacy => {
    const { publish, allow } = runPixel(privacy)
    await publish('checkout_completed', event)
    expect(localStorage.length).toBe(0)
    allow()
    await publish('checkout_completed', event)
    expect(localStorage.length).toBe(1)
  })

  it('keeps the last five', async () => {
    const { publish } = runPixel(allowed)
    for (let order = 0; order < 9; order++) {
      await publish('checkout_completed', { ...event, data: { checkout: { ...checkout, order: { id: String(order) } } } })
    }
    const notes = JSON.parse(localStorage.getItem(outboxKey) ?? '[]') as { id: string }[]
    expect(notes.map(({ id }) => id)).toEqual(['4', '5', '6', '7', '8'])
  })

  it('never disturbs a checkout: no rejection for a storage that refuses or an event of another shape', async () => {
    const { publish } = runPixel(allowed, { setItem: () => Promise.reject(new Error('full')) })
    await expect(publish('checkout_completed', event)).resolves.toBeUndefined()
    await expect(publish('checkout_completed', { data: {} })).resolves.toBeUndefined()
    localStorage.setItem(outboxKey, '{')
    await expect(runPixel(allowed).publish('checkout_completed', event)).resolves.toBeUndefined()
  })
})
