import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { createModelWriter, type ModelParts } from '@shopside/engine'
import { run } from '../build/run.ts'
import { bundleBench } from './bundleCalls.ts'
import { percentile } from './figures.ts'
import { syntheticPairs } from './syntheticPairs.ts'
import { syntheticParts } from './syntheticParts.ts'
import type { DecodeTimes } from './decodeCalls.ts'

// `pnpm bench:decode`: milliseconds from the bytes of a model to its typed arrays, first call in a new process and median, what the
// rows of a page and all rows take, and the bytes of the arrays. The models are made by a seeded generator: 40,000 items, 7.5
// neighbours an item, written as rows (about 450 kB of relations after brotli) and as pairs, as looks are. Bundled as it ships. It
// never fails on time.

const items = 40_000
const perItem = 7.5
const processes = 5
const goal = 'goal: at most 10 ms and 3,000,000 bytes'

const folder = mkdtempSync(join(tmpdir(), 'shopside-decode-'))
try {
  const script = await bundleBench(folder, 'decodeCalls')
  const rows = syntheticParts(items, perItem)
  await bench('rows', rows, script)
  await bench('pairs', { ...rows, viewed: syntheticPairs(rows) }, script)
} finally {
  rmSync(folder, { recursive: true, force: true })
}

async function bench(name: string, parts: ModelParts, script: string): Promise<void> {
  const writer = createModelWriter(parts)
  const bytes = writer.whole()
  const path = join(folder, `${name}.bin`)
  writeFileSync(path, bytes)
  const packed = brotliCompressSync(Buffer.concat(writer.streams({ first: 0, own: items, rim: [] }).flat())).length
  const found: DecodeTimes[] = []
  for (let process = 0; process < processes; process++) {
    const { output } = await run('node', [
      '--expose-gc', '--input-type=module', '--eval', `const { decodeCalls } = await import(${JSON.stringify(script)}); `
        + `const { readFileSync } = await import('node:fs'); console.log(`
        + `JSON.stringify(decodeCalls(new Uint8Array(readFileSync(${JSON.stringify(path)})), gc)))`,
    ])
    found.push(JSON.parse(output.trim()) as DecodeTimes)
  }
  const middle = (pick: (times: DecodeTimes) => number): string => percentile(found.map(pick), 0.5).toFixed(1)
  const best = (pick: (times: DecodeTimes) => number): string => Math.min(...found.map(pick)).toFixed(1)
  const { arrays, edges } = found[0]!
  console.log([
    `${name}: ${whole(packed)} bytes of relations after brotli, file ${whole(bytes.length)}, ${whole(edges)} edges; ${goal}`,
    `  1st call        ${middle(times => times.first)} ms  (best ${best(times => times.first)}, of ${processes} new processes), `
      + `of these the file ${middle(times => times.file)}`,
    `  repeated        ${middle(times => times.repeated)} ms  (best ${best(times => times.repeated)})`,
    `  rows of a page  ${middle(times => times.rows)} ms, first call, 200 rows; all rows ${middle(times => times.allRows)} ms`,
    `  arrays          ${whole(arrays)} bytes`,
  ].join('\n'))
}

function whole(number: number): string {
  return number.toLocaleString('en-GB')
}
