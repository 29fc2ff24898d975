import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { decodeModel, encodeModel } from '@shopside/engine'
import { bundleCalls } from './bundleCalls.ts'
import { percentile, type Figures } from './figures.ts'
import { recommendInBrowser } from './recommendInBrowser.ts'
import type { CallTimes } from './recommendCalls.ts'
import { syntheticAsOf, syntheticShop } from './syntheticShop.ts'

// `pnpm bench:recommend`: how long a list takes, by strategy and size of the shop, on models made by a seed, in Node and in the packed
// Chromium at full speed and with the processor four and six times slower, beside the goals. `--node` leaves the browser out; `--full`
// takes more calls. It never fails on time.

const sizes = [1_000, 10_000, 100_000]
const now = syntheticAsOf + 3_600_000
/** Calls of each strategy: enough for a p99, in three minutes with the browser's nine pages. */
const few = { node: 500, browser: 100 }
const many = { node: 4_000, browser: 1_000 }
const goals: Record<string, string> = {
  'next, 20 ids, 10,000 items, Node': 'goal: mean 15 µs, p99 60 µs', ', 100,000 items, browser 4x': 'goal: p99 1 ms',
}

/** Lines by strategy and size, in Node, and in the browser when asked. */
export async function benchRecommend(
  { isFull = false, inBrowser = false }: { isFull?: boolean; inBrowser?: boolean } = {},
): Promise<Figures> {
  const figures: Figures = []
  const calls = isFull ? many : few
  const folder = mkdtempSync(join(tmpdir(), 'shopside-bench-'))
  try {
    const { recommendCalls } = await bundleCalls(folder)
    for (const size of sizes) {
      const bytes = encodeModel(syntheticShop(size))
      writeFileSync(join(folder, `${size}.bin`), bytes)
      const before = performance.now()
      const model = decodeModel(bytes)
      const ms = (performance.now() - before).toFixed(1)
      figures.push([`decode, ${items(size)}, Node`, `${ms} ms  (${bytes.length.toLocaleString('en-GB')} bytes)`])
      figures.push(...lines(recommendCalls(model, now, calls.node), `${items(size)}, Node`))
    }
    if (inBrowser) {
      for await (const { size, slower, times } of recommendInBrowser(folder, sizes, now, calls.browser)) {
        figures.push(...lines(times, `${items(size)}, browser ${slower}x`))
      }
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
  return figures
}

function items(size: number): string {
  return `${size.toLocaleString('en-GB')} items`
}

function lines(times: CallTimes, where: string): Figures {
  return Object.entries(times).map(([name, samples]) => {
    const micro = (ms: number): string => `${(ms * 1000).toFixed(1)} µs`
    const mean = samples.reduce((sum, ms) => sum + ms, 0) / samples.length
    const [middle, tail] = [0.5, 0.99].map(share => micro(percentile(samples, share)))
    const line = `${name}, ${where}`
    const goal = Object.entries(goals).find(([end]) => line.endsWith(end))?.[1]
    return [line, `mean ${micro(mean)}, p50 ${middle}, p99 ${tail}${goal === undefined ? '' : `  (${goal})`}`]
  })
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  console.log(`Node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}\n`)
  const has = (flag: string): boolean => process.argv.includes(flag)
  for (const [name, figure] of await benchRecommend({ isFull: has('--full'), inBrowser: !has('--node') })) {
    console.log(`${name.padEnd(52)} ${figure}`)
  }
}
