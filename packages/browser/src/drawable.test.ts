import { describe, expect, it } from 'vitest'
import { makeDrawable } from './drawable.ts'

const origin = { base: 'https://shop.example/p/1', hosts: ['cdn.example'] }

describe('makeDrawable', () => {
  it('keeps what is of the page\'s own host or of one that the shop named', () => {
    const product = { itemId: 'a', title: 'Mug', url: '/p/a', imageUrl: '//cdn.example/a.jpg' }
    makeDrawable(product, origin, () => expect.unreachable())
    expect(product).toEqual({ itemId: 'a', title: 'Mug', url: 'https://shop.example/p/a', imageUrl: 'https://cdn.example/a.jpg' })
  })

  it.each([
    ['javascript:alert(1)', []], ['https://evil.example/a.jpg?u=1', ['evil.example']],
    ['//evil.example:8080/a', ['evil.example:8080']],
    ['https:evil.example/a', []], ['data:image/svg+xml,<svg/>', []],
  ])('takes %s away, and names the host %j', (address, hosts) => {
    const product: { itemId: string; url?: string; imageUrl?: string } = { itemId: 'a', url: address, imageUrl: address }
    const heard = new Set<string>()
    makeDrawable(product, origin, host => heard.add(host))
    expect(product).toEqual({ itemId: 'a' })
    expect([...heard]).toEqual(hosts)
  })

  it('draws the id where a title is no text', () => {
    const product = { itemId: 'a', title: { type: 'div', constructor: undefined } as unknown as string }
    makeDrawable(product, origin, () => {})
    expect(product.title).toBe('a')
  })
})
