// @vitest-environment page
import { describe, expect, it } from 'vitest'
import { fakeCards } from '../testing/fakeProducts.ts'
import { shown, stage } from './testing/shownRow.ts'

describe('a row whose shop answers "live"', () => {
  it('is asked about what it is about to draw, ranks anew when something was learnt, and asks about what took a place', async () => {
    const { client } = stage
    const soldOut = new Set<string>()
    const asked: { itemIds: string[]; sinceMs: number }[] = []
    const all = fakeCards(5)
    client.answers.recommend = () => all.filter(({ item }) => !soldOut.has(item.itemId))
    client.askLive = async (itemIds, sinceMs) => {
      asked.push({ itemIds: [...itemIds], sinceMs })
      if (asked.length > 1) return false
      soldOut.add(itemIds[1]!)
      return true
    }
    const row = await shown({ strategy: 'popular', limit: '4' })
    const ids = all.map(({ item }) => item.itemId)
    expect(asked.map(({ itemIds }) => itemIds)).toEqual([ids.slice(0, 4), [ids[0], ids[2], ids[3], ids[4]]])
    expect(asked[1]!.sinceMs).toBe(asked[0]!.sinceMs)
    expect(row.all('li.card')).toHaveLength(4)
    expect(client.requests).toHaveLength(4)
  })

  it('is drawn after a few rounds, whatever the shop goes on to say', async () => {
    let rounds = 0
    stage.client.answers.recommend = () => fakeCards(3)
    stage.client.askLive = async () => { rounds++; return true }
    const row = await shown({ strategy: 'popular' })
    expect([rounds, row.all('li.card').length]).toEqual([4, 3])
  })

  it('never holds what nobody asked about, however many turn out sold out', async () => {
    const { client } = stage
    const soldOut = new Set<string>()
    client.answers.recommend = () => fakeCards(40).filter(({ item }) => !soldOut.has(item.itemId))
    client.askLive = async itemIds => {
      for (const itemId of itemIds) soldOut.add(itemId)
      return true
    }
    expect((await shown({ strategy: 'popular', limit: '4' })).all('li.card')).toHaveLength(0)
  })
})
