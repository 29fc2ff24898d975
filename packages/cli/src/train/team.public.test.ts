import type { Worker } from 'node:worker_threads'
import { expect, it, vi } from 'vitest'
import { orderTableOf } from '../testing/orderTableOf.ts'

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

it('a thread that dies in the middle of a part is noticed at once, and not waited for', async () => {
  const { createTeam } = await load<typeof import('./team.ts')>('team')
  const started: Worker[] = []
  const note = (worker: Worker): void => { started.push(worker) }
  process.on('worker', note)
  const team = createTeam(2)
  await expect.poll(() => started).toHaveLength(2)
  process.off('worker', note)
  const [helper] = started as [Worker]
  // Rows of 0 and 32 sum one pair and then go on for minutes: the other thread is in the middle of one once its sum is there.
  const size = 64
  const endless = 0xffff_ffff
  const job = {
    lines: {
      size, at: Uint32Array.from({ length: size + 1 }, (_, item) => item % 32 === 1 ? endless : 0), line: new Uint32Array(1),
      order: new Uint32Array(1), lineAt: Uint32Array.of(0, 2), items: Uint32Array.of(0, size - 1), shopper: new Uint32Array(1),
      numberOf: new Uint32Array(1),
    },
    weights: Float64Array.of(1), sums: new Float64Array(new SharedArrayBuffer(8 * size * (size - 1) / 2)),
  }
  const sleep = new Int32Array(new SharedArrayBuffer(4))
  let killedAt = 0
  expect(() => team.run('sums', job, 2, () => {
    for (let looks = 0; looks < 3000 && !job.sums.some(sum => sum > 0); looks++) Atomics.wait(sleep, 0, 0, 10)
    void helper.terminate()
    killedAt = performance.now()
  })).toThrow('sums: a thread has died')
  expect(performance.now() - killedAt).toBeLessThan(5000)
  team.close()
})
