// @vitest-environment page
import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { createShop, type Started } from '../createShop.ts'
import { browserEnvironment } from '../environment.ts'

Object.assign(window, { requestIdleCallback: (run: () => void) => window.setTimeout(run, 0) })

let started: Started | undefined
afterEach(() => started?.shop.dispose())

/** What names a person or opens a door, in the forms that shops' addresses and calls carry it. */
const personal = fc.oneof(
  fc.emailAddress().map(address => address.replaceAll(/[^\w.@-]/g, 'x')),
  fc.integer({ min: 1_000_000_000, max: 9_999_999_999_999 }).map(String),
  fc.constantFrom('+49 170 1234567', '(555) 123-4567', '4111 1111 1111 1111'),
)
const token = fc.stringMatching(/^[a-z]{10}[0-9]{10}$/)

describe('what names a person', () => {
  it('is in nothing that is kept, whichever part of a page or call carries it', async () => {
    await fc.assert(fc.asyncProperty(personal, token, async (person, secret) => {
      const inPath = encodeURIComponent(person).replaceAll('%20', '').replaceAll(/[()+-]/g, '')
      window.history.replaceState(null, '', `/search/${inPath}/${secret}?q=tea+${encodeURIComponent(person)}&utm_campaign=${encodeURIComponent(person)}`
        + `&gclid=${secret}&email=${encodeURIComponent(person)}#${secret}`)
      document.title = `Orders of ${person}`
      document.body.replaceChildren()
      const field = Object.assign(document.createElement('input'), { name: 'email', value: person })
      document.body.append(field)
      const page = window as unknown as { dataLayer?: unknown[] }
      page.dataLayer = [
        {
          event: 'purchase', ecommerce: { transaction_id: 'T-1', items: [{ item_id: 'a', customer: person }] },
          user_data: { email: person },
        },
        { event: 'search', search_term: `mug ${person}` },
      ]
      started = createShop({ consent: 'granted' }, { ...browserEnvironment(window), indexedDb: () => undefined })
      const { shop } = started
      await shop.track('search', { search_term: `cup ${person}` })
      await shop.track('Signed Up', { email: person, note: `call ${person}`, user: { email: person }, list: [person] })
      await shop.track('add_to_cart', { items: [{ item_id: 'a' }], email: person } as never)
      await expect.poll(() => shop.status().capture.state).toBe('ready')
      await new Promise(done => setTimeout(done, 10))
      field.dispatchEvent(new Event('input', { bubbles: true }))
      document.dispatchEvent(new Event('visibilitychange'))
      const { events, profile } = await shop.export()
      shop.dispose()
      delete page.dataLayer
      const names = (events as { name: string }[]).map(({ name }) => name)
      expect(names).toEqual(expect.arrayContaining(['page_view', 'search', 'purchase', 'custom', 'add_to_cart']))
      const kept = JSON.stringify([events, profile])
      for (const form of [person, encodeURIComponent(person), inPath, secret]) expect(kept).not.toContain(form)
    }), { numRuns: 25 })
  })
})
