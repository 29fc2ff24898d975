import type { EventDraft, ShopEventMap } from '@shopside/engine'
import { describe, expect, it } from 'vitest'
import type { CaptureSource } from './captureSource.ts'
import { createDoubles, type Doubles } from './doubles.ts'

const says = (doubles: Doubles, source: CaptureSource, at = 0, isLate = false) =>
  <Name extends keyof ShopEventMap>(name: Name, params: ShopEventMap[Name]): boolean =>
    doubles({ draft: { name, params } as EventDraft, source, at }, isLate)
const tea = [{ item_id: 'tea' }]

describe('createDoubles', () => {
  it('takes the fact of a page once, whoever says it next', () => {
    const doubles = createDoubles()
    expect(says(doubles, 'track')('search', { search_term: 'Tea' })).toBe(false)
    expect(says(doubles, 'data-layer', 60_000)('search', { search_term: 'tea' })).toBe(true)
    expect(says(doubles, 'data-layer')('purchase', { transaction_id: 'T', items: tea })).toBe(false)
    expect(says(doubles, 'json-ld')('purchase', { transaction_id: 'T', items: [] })).toBe(true)
    expect(says(doubles, 'json-ld')('purchase', { transaction_id: 'U', items: [] })).toBe(false)
  })

  it('leaves a source that repeats itself alone', () => {
    const doubles = createDoubles()
    expect([1, 2].map(at => says(doubles, 'track', at)('select_item', { items: tea }))).toEqual([false, false])
    expect([1, 2].map(at => says(doubles, 'track', at)('begin_checkout', { items: tea }))).toEqual([false, false])
    expect([1, 2].map(at => says(doubles, 'data-layer', at)('add_to_cart', { items: tea }))).toEqual([false, false])
  })

  it('takes two tags that push the same fact of a page into one data layer for one, and an order once from anybody', () => {
    const doubles = createDoubles()
    expect([1, 2].map(at => says(doubles, 'data-layer', at)('begin_checkout', { items: tea }))).toEqual([false, true])
    expect([1, 2].map(at => says(doubles, 'data-layer', at)('search', { search_term: 'tea' }))).toEqual([false, true])
    expect([1, 2].map(at => says(doubles, 'track', at)('purchase', { transaction_id: 'T', items: tea }))).toEqual([false, true])
  })

  it('takes an old entry of the data layer for what was tracked before, and a new one for a new click', () => {
    const doubles = createDoubles()
    expect(says(doubles, 'track')('add_to_cart', { items: tea })).toBe(false)
    expect(says(doubles, 'data-layer', 9000, true)('add_to_cart', { items: tea })).toBe(true)
    expect(says(doubles, 'data-layer', 9000)('add_to_cart', { items: tea })).toBe(false)
  })

  it('hears the same basket once, and from the shop or its platform alone once they have told it', () => {
    const doubles = createDoubles()
    expect(says(doubles, 'marked')('view_cart', { items: tea })).toBe(false)
    expect(says(doubles, 'marked')('view_cart', { items: [{ item_id: 'tea', quantity: 1 }] })).toBe(true)
    expect(says(doubles, 'data-layer')('view_cart', { items: [] })).toBe(false)
    expect(says(doubles, 'shopify')('view_cart', { items: tea })).toBe(false)
    expect(says(doubles, 'data-layer')('view_cart', { items: [] })).toBe(true)
    expect(says(doubles, 'track')('view_cart', { items: [] })).toBe(false)
    expect(says(doubles, 'shopify')('view_cart', { items: tea })).toBe(true)
  })
})
