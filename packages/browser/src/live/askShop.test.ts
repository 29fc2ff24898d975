// @vitest-environment page
import { describe, expect, it } from 'vitest'
import { browserEnvironment } from '../environment.ts'
import { toAskShop } from './askShop.ts'
import { readLiveFacts } from './readLiveFacts.ts'

const page = location.origin

function host(answer: () => Response) {
  const asked: { url: string; init: RequestInit }[] = []
  const environment = {
    ...browserEnvironment(window),
    fetch: async (url: string, init: RequestInit) => {
      asked.push({ url, init })
      return answer()
    },
  }
  const ask = (template: string, ids: string[], hosts: string[] = []) => toAskShop(template, environment, hosts)(
    ids, new AbortController().signal,
  )
  return { asked, ask }
}

describe('toAskShop', () => {
  it('puts encoded ids into the address, and sends neither cookie nor referrer', async () => {
    const { asked, ask } = host(() => Response.json({ ok: 1 }))
    expect(await ask('/api/price/{ids}', ['22423', 'a/b,c', '..'])).toEqual({ ok: 1 })
    expect(asked[0]).toMatchObject({
      url: `${page}/api/price/22423,a%2Fb%2Cc`, init: { credentials: 'omit', referrerPolicy: 'no-referrer', redirect: 'error' },
    })
  })

  it.each([
    ['a host that nobody named', 'https://prices.example/{ids}', [], false],
    ['a host that the shop named', 'https://prices.example/{ids}', ['prices.example'], true],
    ['a host that an id would choose', 'https://{ids}.example/', [], false],
    ['a script', 'javascript:{ids}', [], false],
  ])('asks %s only if it may', async (_, template, hosts, isAsked) => {
    const { asked, ask } = host(() => Response.json({}))
    await ask(template, ['a'], hosts).catch(() => {})
    expect(asked.length).toBe(isAsked ? 1 : 0)
  })

  it.each([
    ['a fault', () => new Response('', { status: 500 }), /live-500/],
    ['a page', () => new Response('<html>'), /JSON|Unexpected/],
    ['too much', () => new Response('"' + 'x'.repeat(70_000) + '"'), /too-large/],
  ])('rejects %s', async (_, answer, reason) => {
    await expect(host(answer).ask('/{ids}', ['a'])).rejects.toThrow(reason)
  })
})

describe('readLiveFacts', () => {
  it('reads fields by name, of the items that were asked for', () => {
    const answer = JSON.parse(`{
      "a": { "price": "12.75", "currency": "gbp", "available": true, "title": "<b>" }, "b": { "price": -1, "available": "no" }, "c": 5, "d": null,
      "__proto__": { "price": 1 }, "unasked": { "price": 2 }
    }`)
    expect([...readLiveFacts(answer, ['a', 'b', 'c', 'd', 'e', 'toString', '__proto__'])]).toEqual([
      ['a', { price: 12.75, currency: 'GBP', available: true }], ['b', {}], ['c', {}], ['d', {}], ['__proto__', { price: 1 }],
    ])
    for (const none of [undefined, null, 'text', [], 7]) expect(() => readLiveFacts(none, ['length', '0'])).toThrow(/live-answer/)
  })
})
