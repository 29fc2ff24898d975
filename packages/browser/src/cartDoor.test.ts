// @vitest-environment page
import { describe, expect, it } from 'vitest'
import type { AddToCartDetail } from './client.ts'
import { cakestand, tab } from './testing/shopTab.ts'

describe('the cart door', () => {
  const source = { widget: 'shopside-recommendations', placement: 'home' }

  it('draws no button where nobody answers', async () => {
    const client = await tab().client()
    expect(client.canAdd(document.body)).toBe(false)
    expect(await client.requestAdd(document.body, [cakestand], source)).toEqual({ ok: false, reason: 'no-answer' })
  })

  it('asks the listener of the page, and believes its answer', async () => {
    const wishes: unknown[] = []
    const answer = (event: Event): void => {
      const { detail } = event as CustomEvent<{ items: unknown[]; respondWith(promise: Promise<unknown>): void }>
      if (detail.items.length > 0) wishes.push(detail.items)
      detail.respondWith(detail.items.length === 2 ? Promise.reject(new Error('full')) : Promise.resolve())
    }
    document.addEventListener('shopside:add-to-cart', answer)
    const client = await tab().client()
    expect(client.canAdd(document.body)).toBe(true)
    expect(await client.requestAdd(document.body, [cakestand], source)).toEqual({ ok: true })
    expect(await client.requestAdd(document.body, [cakestand, cakestand], source)).toEqual(
      { ok: false, reason: 'rejected', message: 'full' },
    )
    expect(wishes).toHaveLength(2)
    document.removeEventListener('shopside:add-to-cart', answer)
  })

  it('asks again after silence: the shop\'s script may come after the first row', async () => {
    const client = await tab().client()
    expect(client.canAdd(document.body)).toBe(false)
    let asked = 0
    const answer = (event: Event): void => {
      asked++
      const { detail } = event as CustomEvent<AddToCartDetail>
      detail.respondWith(Promise.resolve())
    }
    document.addEventListener('shopside:add-to-cart', answer)
    expect([client.canAdd(document.body), client.canAdd(document.body), client.canAdd()]).toEqual([true, true, true])
    expect(asked).toBe(1)
    document.removeEventListener('shopside:add-to-cart', answer)
  })

  it('believes a listener on one part of the page for that part alone', async () => {
    const client = await tab().client()
    const [inside, outside] = [document.createElement('div'), document.createElement('div')]
    document.body.append(inside, outside)
    inside.addEventListener(
      'shopside:add-to-cart', event => (event as CustomEvent<AddToCartDetail>).detail.respondWith(Promise.resolve()),
    )
    expect([client.canAdd(inside), client.canAdd(outside)]).toEqual([true, false])
    inside.remove()
    outside.remove()
  })

  it('takes a veto without an answer for nobody who answers', async () => {
    const client = await tab().client()
    const veto = (event: Event): void => event.preventDefault()
    document.addEventListener('shopside:add-to-cart', veto)
    expect(client.canAdd(document.body)).toBe(false)
    expect(await client.requestAdd(document.body, [cakestand], source)).toEqual({ ok: false, reason: 'rejected' })
    document.removeEventListener('shopside:add-to-cart', veto)
  })

  it('falls back to the option, and a throw of it is a no', async () => {
    const client = await tab({ addToCart: () => { throw new Error('broken shop') } }).client()
    expect(client.canAdd()).toBe(true)
    expect(await client.requestAdd(document.body, [cakestand], source)).toMatchObject({ ok: false, reason: 'rejected' })
  })
})
