import { afterEach, describe, expect, it } from 'vitest'
import { toDraft } from './draft.ts'
import { toItem } from './item.ts'

const origin = { base: 'https://shop.example/p/1', hosts: ['cdn.example'] }

describe('the addresses of an item', () => {
  it.each([
    ['/p/2?variant=39888242344001', '/p/2?variant=39888242344001'],
    ['/p/2?size=7&colour=Dark%20red#reviews', '/p/2?size=7&colour=Dark%20red'],
    ['/p/2?utm_source=mail&gclid=x&msclkid=y&fbclid=z&gbraid=b&variant=7', '/p/2?variant=7'],
    ['/p/2?ref=jane%40example.com', '/p/2'],
    ['/p/2?to=call+%2B44+7700+900123', '/p/2'],
    ['/account/reset?email=jane&token=s3cr3t#access_token=abc', '/account/reset'],
    ['/order/1001?name=Jane&postcode=SW1A1AA', '/order/1001'],
  ])('of %s is kept as %s', (url, kept) => {
    expect(toItem({ item_id: 'a', url }, origin)?.url).toBe(`https://shop.example${kept}`)
  })

  it('keep what a picture needs, and nothing of a person', () => {
    const picture = (image_url: string): unknown => toItem({ item_id: 'a', image_url }, origin)?.image_url
    expect(picture('https://cdn.example/a.jpg?v=1652113513&token=b1c2')).toBe('https://cdn.example/a.jpg?v=1652113513&token=b1c2')
    expect(picture('/a.jpg?u=jane@example.com#jane')).toBe('https://shop.example/a.jpg')
    expect(picture('https://other.example/a.jpg')).toBeUndefined()
  })
})

describe('a page that has added to Object.prototype', () => {
  const added = { item_id: 'no', id: 'no', price: 7, url: '/p/no', currency: 'XXX', items: [{ item_id: 'no' }] }
  afterEach(() => { for (const key of Object.keys(added)) delete (Object.prototype as Record<string, unknown>)[key] })

  it('gives its items and events nothing', () => {
    for (const [key, value] of Object.entries(added)) {
      Object.defineProperty(Object.prototype, key, { value, configurable: true, enumerable: true, writable: true })
    }
    const read = JSON.stringify([
      toItem({ item_id: 'a' }, origin) ?? null, toItem({}, origin) ?? null,
      toDraft('add_to_cart', { items: [{ item_id: 'a' }] }, origin).draft?.params, toDraft('view_item', {}, origin).reason,
    ])
    expect(read).toBe('[{"item_id":"a"},null,{"items":[{"item_id":"a"}]},"missing-items"]')
  })
})
