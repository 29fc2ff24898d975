import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { confidence, type CaptureSource } from './captureSource.ts'
import { merge } from './merge.ts'
import type { Sighting } from './sighting.ts'

const sources = Object.keys(confidence) as CaptureSource[]
const anyId = fc.constantFrom('22423', '22423-red', 'gid', '__proto__')
const anySighting: fc.Arbitrary<Sighting> = fc.record({
  source: fc.constantFrom(...sources),
  product: fc.option(fc.record({
    item: fc.record(
      { item_id: anyId, item_name: fc.constantFrom('a', 'b'), price: fc.constantFrom(1, 2.5) }, { requiredKeys: [] },
    ),
    currency: fc.constantFrom('GBP', 'EUR'), available: fc.boolean(), ids: fc.array(anyId, { maxLength: 2 }),
  }, { requiredKeys: ['item', 'ids'] }), { nil: undefined }),
  list: fc.option(fc.record({ items: fc.constant([{ item_id: 'a' }]), name: fc.constantFrom('x', 'y') }), { nil: undefined }),
  cart: fc.option(fc.record({ lines: fc.array(fc.record({ item_id: anyId }), { maxLength: 2 }) }), { nil: undefined }),
  breadcrumb: fc.option(fc.array(fc.constantFrom('Home', 'Tea'), { maxLength: 2 }), { nil: undefined }),
  problem: fc.option(fc.constantFrom('one', 'two'), { nil: undefined }),
}).map(({ source, ...rest }) => Object.assign(
  { source }, Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined)),
))
const anySightings = fc.array(anySighting, { maxLength: 6 })
/** Sources that are believed alike stand in the order in which they came. */
const oneOfEach = fc.uniqueArray(anySighting, { maxLength: 6, selector: ({ source }) => confidence[source] })
const knows = (id: string): boolean => id === '22423'

describe('merge', () => {
  it('gives the same whatever source came first', () => {
    fc.assert(fc.property(oneOfEach, fc.infiniteStream(fc.nat()), (sightings, numbers) => {
      const order = new Map(sightings.map(sighting => [sighting, numbers.next().value!]))
      const shuffled = [...sightings].sort((a, b) => order.get(a)! - order.get(b)!)
      expect(merge(shuffled, knows)).toEqual(merge(sightings, knows))
    }))
  })

  it('gives the same however often something was seen', () => {
    fc.assert(fc.property(anySightings, sightings => {
      expect(merge([...sightings, ...structuredClone(sightings)], knows)).toEqual(merge(sightings, knows))
    }))
  })

  it('lets no source win a field that a better believed one has', () => {
    fc.assert(fc.property(anySightings, sightings => {
      const { product, fields } = merge(sightings)
      if (product === undefined) return
      for (const [field, source] of Object.entries(fields)) {
        for (const { source: other, product: seen } of sightings) {
          if (seen !== undefined && Object.hasOwn(seen.item, field)) {
            expect(confidence[other]).toBeLessThanOrEqual(confidence[source])
          }
        }
      }
    }))
  })

  it('takes each field from whom is believed most of those who have it', () => {
    const { product, fields } = merge([
      {
        source: 'open-graph',
        product: { item: { item_name: 'Cakestand | Shop', image_url: 'https://shop.example/c.jpg' }, ids: [] },
      },
      {
        source: 'json-ld',
        product: { item: { item_id: '22423', item_name: 'Cakestand', price: 12.75 }, currency: 'GBP', ids: ['22423'] },
      },
      { source: 'json-ld', breadcrumb: ['Home', 'Tea'] },
    ])
    expect(product).toEqual({
      item: {
        item_id: '22423', item_name: 'Cakestand', price: 12.75, image_url: 'https://shop.example/c.jpg', item_category: 'Tea',
      },
      currency: 'GBP', ids: ['22423'],
    })
    expect(fields).toEqual(
      { item_id: 'json-ld', item_name: 'json-ld', price: 'json-ld', image_url: 'open-graph', item_category: 'json-ld' },
    )
  })

  it('goes by the name that the catalogue knows, and else by the better believed one', () => {
    const sightings: Sighting[] = [
      { source: 'data-layer', product: { item: { item_id: 'shopify_GB_1_2', price: 3 }, ids: ['shopify_GB_1_2'] } },
      { source: 'json-ld', product: { item: { item_id: 'gtin' }, ids: ['gtin', '22423'] } },
    ]
    expect(merge(sightings).product).toMatchObject(
      { item: { item_id: 'shopify_GB_1_2' }, ids: ['shopify_GB_1_2', 'gtin', '22423'] },
    )
    expect(merge(sightings, knows).product).toMatchObject({ item: { item_id: '22423', price: 3 } })
  })

  it('calls sold out what the best believed source that knows calls so', () => {
    const says = (
      source: CaptureSource, available?: boolean,
    ): Sighting => ({ source, product: { item: { item_id: 'a' }, available, ids: ['a'] } })
    expect(
      merge([says('track'), says('json-ld', false), says('open-graph', true)]).product?.item,
    ).toEqual({ item_id: 'a', in_stock: false })
    expect(merge([says('json-ld', true), says('open-graph', false)]).product?.item).toEqual({ item_id: 'a' })
  })

  it('never puts one source\'s currency beside another one\'s price', () => {
    const at = (price: number): Sighting => (
      { source: 'json-ld', product: { item: { item_id: 'a', price }, currency: 'EUR', ids: ['a'] } }
    )
    const layer: Sighting = { source: 'data-layer', product: { item: { item_id: 'a', price: 11 }, ids: ['a'] } }
    expect(merge([layer, at(10)]).product?.currency).toBeUndefined()
    expect(merge([layer, at(11)]).product?.currency).toBe('EUR')
  })
})
