import { expect, it, vi } from 'vitest'
import { orderTableOf } from '../testing/orderTableOf.ts'

vi.setConfig({ testTimeout: 60_000 })

const built = new URL('../../dist/train/', import.meta.url).href
const load = <Module>(name: string): Promise<Module> => import(/* @vite-ignore */ `${built}${name}.js`) as Promise<Module>

it('another thread of the installed package does parts of a sum, which stays the same', async () => {
  const { createTeam } = await load<typeof import('./team.ts')>('team')
  const { linesByItem, sumPairs } = await load<typeof import('./pairSums.ts')>('pairSums')
  const size = 400
  const lines = linesByItem(orderTableOf(size, Array.from({ length: 3000 }, (_, day) => ({
    day, shopper: day, items: Array.from({ length: 40 }, (_, at) => (at * 10 + day * 7) % size),
  }))))
  const weights = Float64Array.from({ length: 3000 }, (_, order) => order + 1)
  const wanted = sumPairs(lines, weights).sums
  const team = createTeam(2)
  await vi.waitFor(() => {
    let [all, own] = [0, 0]
    const { sums } = sumPairs(lines, weights, {
      ...team,
      run(name, input, parts, mine) {
        all = parts
        team.run(name, input, parts, part => {
          own++
          mine(part)
        })
      },
    })
    expect(Buffer.compare(Buffer.from(sums.buffer), Buffer.from(wanted.buffer))).toBe(0)
    expect(own).toBeLessThan(all)
  }, { timeout: 30_000, interval: 100 })
  team.close()
})
