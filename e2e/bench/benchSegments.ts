import { mkdtempSync, rmSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { bundleBench } from './bundleCalls.ts'
import { spread } from './figures.ts'

// `pnpm bench:segments`: 200 rules over 2,000 events of one shopper: the full evaluation, what one more event costs, bytes of state.
// Goals: 2 ms, 50 µs at the 99th percentile, 20 kB. It never fails on time.

const folder = mkdtempSync(join(tmpdir(), 'shopside-bench-'))
try {
  const { segmentCalls } = await import(await bundleBench(folder, 'segmentCalls')) as typeof import('./segmentCalls.ts')
  const times = segmentCalls()
  const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`
  console.log(`Node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}\n`)
  console.log(`${times.rules} rules (${kilobytes(times.ruleBytes)} of text), ${times.leaves} leaves, ${times.events} events; ${times.held} rules hold`)
  console.log(`full evaluation, presets too  ${spread(times.evaluations)}   goal 2 ms`)
  console.log(`presets alone                 ${spread(times.presets)}`)
  console.log(`rules, one more event         ${spread(times.perEvent, 'µs')}   goal 50 µs at p99`)
  console.log(`state                         ${kilobytes(times.stateBytes)} as JSON, with the leaves themselves ${kilobytes(times.watchedBytes)}   goal 20 kB`)
} finally {
  rmSync(folder, { recursive: true })
}
