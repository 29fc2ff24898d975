// @vitest-environment page
import { describe, expect, it } from 'vitest'
import { browserEnvironment, type Environment } from '../environment.ts'
import { addressOf, askAddress } from './askAddress.ts'

const base = 'https://shop.example/orders/'

describe('the address of an order', () => {
  it('is the template with the id in it, encoded', () => {
    expect(addressOf('/parcels/{order}.json', 'A 1/?#&', base)?.href).toBe('https://shop.example/parcels/A%201%2F%3F%23%26.json')
    expect(addressOf('https://track.example/{order}', '$&', base)?.href).toBe('https://track.example/%24%26')
  })

  it.each([
    ['/parcels/1.json', 'A1'], ['http://track.example/{order}', 'A1'], ['javascript:{order}', 'alert(1)'],
    ['data:application/json,{order}', '1'],
    ['https://{order}/x', 'evil.example'], ['https://{order}.example/x', 'evil'], ['//user:pass@track.example/{order}', 'A1'],
    ['https://', 'A1'],
    ['/parcels/{order}', '..'], ['/parcels/{order}/x', '.'],
  ])('%s with %s leads nowhere', (template, id) => {
    expect(addressOf(template, id, base)).toBeUndefined()
  })

  it('never climbs out of the folder that the shop named', () => {
    for (const id of ['../../1002', '..%2f..%2f1002', '%2e%2e', '..\\..\\1002', '\t..', '..;/']) {
      expect(addressOf('/parcels/{order}/status', id, base)?.pathname ?? '/parcels/').toMatch(/^\/parcels\//)
    }
  })
})

describe('asking it', () => {
  const own = new URL('/parcels/A1.json', location.href)
  const asked: { url: string; init: RequestInit }[] = []
  const json = { 'Content-Type': 'application/json; charset=utf-8' }
  function environment(
    answer: (init: RequestInit) => Response | Promise<Response>, more: Partial<Environment> = {},
  ): Environment {
    asked.length = 0
    return {
      ...browserEnvironment(window),
      setTimer: () => 0,
      fetch: async (url, init) => { asked.push({ url, init }); return answer(init) },
      ...more,
    }
  }

  it('sends no address of the page and no cookie elsewhere, follows no redirect and leaves no copy in the browser\'s cache', async () => {
    const told = await askAddress(environment(() => new Response('{"shipments":[]}', { headers: { ...json, ETag: '"1"' } })), own)
    expect(told).toEqual({ body: { shipments: [] }, etag: '"1"' })
    expect(asked[0]!.init).toMatchObject(
      { credentials: 'same-origin', referrerPolicy: 'no-referrer', redirect: 'error', cache: 'no-store' },
    )
    expect(asked[0]!.init.headers).toBeUndefined()
  })

  it('shows the ETag that it remembers, and hears that nothing has changed', async () => {
    expect(await askAddress(environment(() => new Response(null, { status: 304 })), own, '"1"')).toBe('same')
    expect(asked[0]!.init.headers).toEqual({ 'If-None-Match': '"1"' })
  })

  it('leaves revalidation to the browser on another origin: a header of ours would have to be asked for', async () => {
    await askAddress(environment(() => new Response('{}', { headers: json })), new URL('https://track.example/A1'), '"1"')
    expect(asked[0]!.init).toMatchObject({ cache: 'no-cache' })
    expect(asked[0]!.init.headers).toBeUndefined()
  })

  it.each([
    ['order-404', () => new Response('{}', { status: 404, headers: json })],
    ['order-no-json', () => new Response('{}', { headers: { 'Content-Type': 'text/html' } })],
    ['order-no-json', () => new Response('{}', { headers: { 'Content-Type': 'application/javascript' } })],
    ['order-too-large', () => new Response(`"${'x'.repeat(256_001)}"`, { headers: json })],
  ])('says %s', async (reason, answer) => {
    await expect(askAddress(environment(answer), own)).rejects.toThrow(reason)
  })

  it('takes no broken JSON', async () => {
    await expect(
      askAddress(environment(() => new Response('{"shipments":[', { headers: json })), own),
    ).rejects.toThrow(SyntaxError)
  })

  it('gives up after five seconds', async () => {
    let run: (() => void) | undefined
    const waiting = askAddress(environment(
      ({ signal }) => new Promise((_, reject) => { signal!.addEventListener('abort', () => reject(signal!.reason as Error)) }),
      { setTimer: (work, ms) => { if (ms === 5000) run = work; return 0 } }), own)
    run!()
    await expect(waiting).rejects.toThrow('order-timeout')
  })
})
