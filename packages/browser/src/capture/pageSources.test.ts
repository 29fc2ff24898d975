// @vitest-environment page
import { beforeEach, describe, expect, it } from 'vitest'
import { createPageSources, type Hear, type PageSources } from './pageSources.ts'
import type { SeenCart } from './sighting.ts'

const base = 'https://shop.example/'
let told: SeenCart[]

function open(hear: Partial<Hear> = {}): PageSources {
  return createPageSources(window, {
    layerName: 'noLayer', origin: () => ({ base }), layer: () => {}, cart: cart => told.push(cart), act: () => {},
    problem: () => {}, ...hear,
  })
}
const setCart = (text: string): void => document.body.setAttribute('data-shopside-cart', text)

beforeEach(() => {
  told = []
  setCart('[{"item_id":"a"}]')
})

describe('createPageSources', () => {
  it('hears of a basket that changes while the markup is read', async () => {
    let isRead = false
    const sources = open({
      origin() {
        // Asked for when the reading begins.
        if (!isRead) setCart('[{"item_id":"b"}]')
        isRead = true
        return { base }
      },
    })
    await sources.read()
    await expect.poll(() => told).toMatchObject([{ lines: [{ item_id: 'b' }] }])
    sources.stop()
  })

  it('listens once, however often it reads, and no more after a stop, also to what was still being loaded', async () => {
    const sources = open()
    await sources.read()
    await sources.read()
    setCart('[]')
    await expect.poll(() => told).toMatchObject([{ lines: [] }])
    sources.stop()
    const late = sources.read()
    sources.stop()
    expect((await late)[0]?.cart?.lines).toEqual([])
    setCart('[{"item_id":"c"}]')
    await new Promise(done => setTimeout(done, 20))
    expect(told).toHaveLength(1)
  })
})
