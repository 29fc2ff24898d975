// @vitest-environment page
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { answersOf } from '../answersOf.ts'
import type { ConsentSource } from '../consentSource.ts'
import { createGoogleSource } from './googleSource.ts'
import { createShopifySource } from './shopifySource.ts'
import { createWordPressSource } from './wordpressSource.ts'
import { gtag, page, stubs } from './testing/consentTools.ts'

const all = (answer: boolean) => ({ personalize: answer, analytics: answer, connectors: answer })
const stops: (() => void)[] = []

function listen(source: ConsentSource): { told: () => number } {
  let count = 0
  stops.push(source.listen(page, () => { count++ }))
  return { told: () => count }
}

beforeEach(() => { vi.useFakeTimers() })
afterEach(() => {
  for (const stop of stops.splice(0)) stop()
  for (const { names } of Object.values(stubs)) for (const name of names) delete page[name]
  vi.useRealTimers()
})

describe.each(Object.entries(stubs))('the consent source %s', (name, stub) => {
  it('bears its name, and has no answer while its tool is not there', () => {
    const source = stub.create()
    expect(source.name).toBe(name)
    listen(source)
    expect(answersOf(source, page)).toEqual({})
  })

  it('has no answer before the shopper has been asked: nothing is taken for a no', () => {
    const source = stub.create()
    stub.arrive()
    listen(source)
    expect(answersOf(source, page)).toEqual({})
  })

  it('says what was answered, tells of each answer, and of nothing any more once stopped', () => {
    const source = stub.create()
    stub.arrive()
    const { told } = listen(source)
    for (const answer of [true, false, true]) {
      const before = told()
      stub.answer(answer)
      expect(told()).toBeGreaterThan(before)
      expect(answersOf(source, page)).toEqual(all(answer))
    }
    stops.pop()!()
    const before = told()
    stub.answer(false)
    expect(told()).toBe(before)
  })

  it('says what an earlier page was answered, though it listens late', () => {
    const source = stub.create()
    stub.arrive()
    stub.answer(true)
    listen(source)
    expect(answersOf(source, page)).toEqual(all(true))
  })

  it('is mapped otherwise by the shop: all named categories must be granted, and one that it does not know is no yes', () => {
    const source = stub.create()
    const [other, usual] = stub.categories
    stub.arrive()
    listen(source)
    stub.answer(true)
    expect(answersOf(source, page, { personalize: other })).toEqual(all(true))
    const mapped = answersOf(source, page, { personalize: [other, usual], analytics: 'no such category', connectors: [] })
    // OneTrust names active groups alone: one that it has never heard of is not active.
    expect([mapped.personalize, mapped.analytics ?? false, mapped.connectors]).toEqual([true, false, undefined])
    stub.answer(false)
    expect(answersOf(source, page, { personalize: [other, usual] }).personalize).toBe(false)
  })

  it('leaves the page as it was, and throws nothing whatever stands under the tool\'s names', () => {
    const junk = [
      null, undefined, 7, 'text', [], {}, () => { throw new Error('mine') }, document.createElement('script'),
      {
        consent: null, customerPrivacy: null, loadFeatures() { throw new Error('mine') },
        get IsAlertBoxClosed(): never { throw new Error('mine') },
      },
      [
        null, undefined, 7, ['consent'], ['consent', 'update', null],
        ['consent', 'update', { personalization_storage: { toString: 1 } }], { 0: 'consent', length: 9 },
      ],
    ]
    for (const value of junk) {
      for (const each of stub.names) page[each] = value
      const before = Object.getOwnPropertyNames(page)
      const source = stub.create()
      const stop = source.listen(page, () => {})
      expect(answersOf(source, page)).toEqual({})
      stop()
      expect(Object.getOwnPropertyNames(page)).toEqual(before)
    }
  })
})

describe('Google Consent Mode', () => {
  const setUp = (...entries: unknown[][]) => {
    for (const stop of stops.splice(0)) stop()
    page['dataLayer'] = []
    for (const entry of entries) gtag(...entry)
    const source = createGoogleSource('dataLayer')
    return { source, told: listen(source).told, answers: () => answersOf(source, page) }
  }

  it('uses functionality_storage where personalization_storage is not said', () => {
    expect(setUp(['consent', 'update', { functionality_storage: 'granted' }]).answers()).toEqual({ personalize: true })
    expect(
      setUp(['consent', 'update', { functionality_storage: 'granted', personalization_storage: 'denied' }]).answers(),
    ).toEqual({ personalize: false })
  })

  it('needs both of the advertising categories for connectors', () => {
    expect(setUp(['consent', 'update', { ad_user_data: 'granted' }]).answers()).toEqual({})
    expect(
      setUp(['consent', 'update', { ad_user_data: 'granted', ad_personalization: 'denied' }]).answers(),
    ).toEqual({ connectors: false })
    expect(
      setUp(['consent', 'update', { ad_user_data: 'granted', ad_personalization: 'granted' }]).answers(),
    ).toEqual({ connectors: true })
  })

  it('takes a default of granted for a yes, once the wait for an update is over', () => {
    const { answers, told } = setUp(['consent', 'default', { analytics_storage: 'granted', wait_for_update: 500 }])
    expect(answers()).toEqual({})
    const before = told()
    vi.advanceTimersByTime(500)
    expect(told()).toBe(before + 1)
    expect(answers()).toEqual({ analytics: true })
  })

  it('lets the last update win, over any default', () => {
    const update = (answer: string): unknown[] => ['consent', 'update', { analytics_storage: answer }]
    const late = ['consent', 'default', { analytics_storage: 'denied' }]
    expect(setUp(update('denied'), update('granted'), late).answers()).toEqual({ analytics: true })
    expect(setUp(update('granted'), update('denied')).answers()).toEqual({ analytics: false })
  })

  it('never guesses where the shopper is: a default for some regions grants nothing, and casts doubt on one for all', () => {
    const region = ['consent', 'default', { analytics_storage: 'granted', region: ['US'] }]
    expect(setUp(region).answers()).toEqual({})
    const denied = ['consent', 'default', { analytics_storage: 'denied', region: ['GB'] }]
    const general = ['consent', 'default', { analytics_storage: 'granted' }]
    expect(setUp(general, denied).answers()).toEqual({})
    expect(setUp(general, region).answers()).toEqual({ analytics: true })
    expect(setUp(general, denied, ['consent', 'update', { analytics_storage: 'granted' }]).answers()).toEqual({ analytics: true })
  })

  it('reads entries pushed as arrays, under another layer\'s name', () => {
    page['shopLayer'] = [['consent', 'update', { analytics_storage: 'granted' }], { event: 'x' }]
    const source = createGoogleSource('shopLayer')
    listen(source)
    expect(answersOf(source, page)).toEqual({ analytics: true })
    delete page['shopLayer']
  })
})

describe('Shopify', () => {
  it('is asked for its privacy API where nobody else has, once', () => {
    const wishes: unknown[] = []
    page['Shopify'] = { loadFeatures: (features: unknown, done: () => void) => { wishes.push(features); done() } }
    const source = createShopifySource()
    const { told } = listen(source)
    page.dispatchEvent(new Event('load'))
    expect(wishes).toEqual([[{ name: 'consent-tracking-api', version: '0.1' }]])
    expect(told()).toBe(1)
  })

  it('takes what is allowed without an answer for a yes: the region or the shop needs none', () => {
    stubs['shopify']!.arrive()
    const { customerPrivacy } = page['Shopify'] as { customerPrivacy: Record<string, unknown> }
    customerPrivacy['analyticsProcessingAllowed'] = () => true
    expect(answersOf(createShopifySource(), page)).toEqual({ analytics: true })
  })
})

describe('WP Consent API', () => {
  it('is not believed where no consent type says that anybody manages consent', () => {
    stubs['wordpress']!.arrive()
    delete page['wp_consent_type']
    page['wp_has_consent'] = () => true
    expect(answersOf(createWordPressSource(), page)).toEqual({})
  })
})
