import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { marked } from './marked.ts'
import { openPage } from './testing/openPage.ts'

const base = 'https://shop.example/p/mug'
const read = (body: string): ReturnType<typeof marked> =>
  marked(openPage(`<!doctype html><html><body>${body}</body></html>`), { base })

describe('a marked product', () => {
  it('is an id with its facts in attributes', () => {
    expect(read(`<div data-shopside-product="22423" data-shopside-name="Cake stand" data-shopside-price="12.75"
      data-shopside-currency="gbp" data-shopside-group="G" data-shopside-category="Kitchen" data-shopside-brand="Aster"
      data-shopside-image="/i.jpg" data-shopside-url="/p/mug" data-shopside-available="false"></div>`)).toEqual([{
      source: 'marked',
      product: {
        item: {
          item_id: '22423', item_group_id: 'G', item_name: 'Cake stand', item_brand: 'Aster', item_category: 'Kitchen',
          price: 12.75, url: 'https://shop.example/p/mug', image_url: 'https://shop.example/i.jpg',
        },
        currency: 'GBP', available: false, ids: ['22423'],
      },
    }])
  })

  it('is JSON, and attributes fill what it leaves out', () => {
    const json = JSON.stringify({ id: 7, item_name: 'Mug', price: 3, available: true })
    const [seen] = read(`<div data-shopside-product='${json}' data-shopside-currency="EUR" data-shopside-name="not this"></div>`)
    expect(seen?.product)
      .toEqual({ item: { item_id: '7', item_name: 'Mug', price: 3 }, currency: 'EUR', available: true, ids: ['7'] })
  })

  it.each(['{"item_id":', '{"item_name":"no id"}', ''])('is a problem as %j', text => {
    expect(read(`<div data-shopside-product='${text}'></div>`)).toEqual([{ source: 'marked', problem: 'marked-product-json' }])
  })
})

describe('marked cards', () => {
  const card = (id: string): string => `<a data-shopside-product="${id}"></a>`

  it('are the list around them, in their order', () => {
    expect(read(`<ul data-shopside-list="Mugs">${card('a')}${card('b')}</ul>`)).toEqual([
      { source: 'marked', list: { name: 'Mugs', items: [{ item_id: 'a', index: 0 }, { item_id: 'b', index: 1 }] } },
    ])
  })

  it('beside the page\'s own product are advice', () => {
    expect(read(`${card('own')}<ul data-shopside-list="Goes with">${card('a')}${card('b')}</ul>`)).toEqual([
      { source: 'marked', product: { item: { item_id: 'own' }, ids: ['own'] } },
    ])
  })

  it('without a list are a list without a name', () => {
    expect(read(card('a') + card('b') + card('a'))[0]?.list)
      .toEqual({ items: [{ item_id: 'a', index: 0 }, { item_id: 'b', index: 1 }] })
  })
})

describe('a marked basket', () => {
  const cart = (text: string, more = ''): ReturnType<typeof marked> => read(`<div data-shopside-cart='${text}' ${more}></div>`)

  it('is its lines', () => {
    expect(cart('[{"item_id":"a","quantity":2,"price":3.5},{"id":8}]', 'data-shopside-currency="EUR"')).toEqual([
      { source: 'marked', cart: { lines: [{ item_id: 'a', quantity: 2, price: 3.5 }, { item_id: '8' }], currency: 'EUR' } },
    ])
  })

  it.each(['lines', 'items'])('may name itself beside its %s', name => {
    expect(cart(JSON.stringify({ [name]: [{ item_id: 'a' }], currency: 'eur', token: 't1' }))[0]?.cart)
      .toEqual({ lines: [{ item_id: 'a' }], currency: 'EUR', token: 't1' })
  })

  it('is empty by "[]"', () => {
    expect(cart('[]')).toEqual([{ source: 'marked', cart: { lines: [] } }])
  })

  it('leaves out a line of none', () => {
    expect(cart('[{"item_id":"a","quantity":0},{"item_id":"b"}]')[0]?.cart?.lines).toEqual([{ item_id: 'b' }])
  })

  it.each([
    '[{"item_id":"a"', 'null', '{}', '{"lines":{}}', '[{"name":"no id"}]', '[{"item_id":"a"},{"name":"no id"}]', '7',
    `[${'{"item_id":1},'.repeat(200)}{"item_id":2}]`,
  ].map(text => [text.slice(0, 40), text] as const))('is a problem, never an empty basket, as %s', (_, text) => {
    expect(cart(text)).toEqual([{ source: 'marked', problem: 'marked-cart-json' }])
  })

  it('says nothing while it is not filled in', () => {
    expect(cart('')).toEqual([])
  })

  it('is the first that can be read', () => {
    expect(read('<i data-shopside-cart=""></i><i data-shopside-cart="[1"></i><i data-shopside-cart="[]"></i>')).toEqual([
      { source: 'marked', cart: { lines: [] } }, { source: 'marked', problem: 'marked-cart-json' },
    ])
  })
})

describe('a marked order', () => {
  it('is its number, items and value', () => {
    const items = [{ item_id: 'a', quantity: 1 }]
    const json = JSON.stringify({ transaction_id: 1001, items, value: 9, currency: 'EUR', email: 'canary@example.com' })
    expect(read(`<div data-shopside-order='${json}'></div>`)).toEqual([
      { source: 'marked', order: { id: '1001', items: [{ item_id: 'a', quantity: 1 }], value: 9, currency: 'EUR' } },
    ])
  })

  it.each(['{"transaction_id"', '{"items":[]}', '[]'])('is a problem as %j', text => {
    expect(read(`<div data-shopside-order='${text}'></div>`)).toEqual([{ source: 'marked', problem: 'marked-order-json' }])
  })
})

describe('the examples of docs/capture.md', () => {
  const page = readFileSync(join(dirname(fileURLToPath(import.meta.url)), '../../../../docs/capture.md'), 'utf8')
  const examples = [...page.matchAll(/```html\n([^`]+)```/g)].map(match => match[1]!)

  it('are all there', () => {
    expect(examples.length).toBeGreaterThan(5)
  })

  it.each(examples)('are read: %s', example => {
    const seen = read(example)
    expect(seen.length).toBe(1)
    expect(seen[0]!.problem).toBeUndefined()
  })
})
