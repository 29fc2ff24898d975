import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { createModelWriter, decodeModel, type Model } from '@shopside/engine'
import { bin } from '../build/bin.ts'
import { run } from '../build/run.ts'
import { percentile } from './figures.ts'
import { syntheticParts } from './syntheticParts.ts'

// `pnpm bench:decode`: milliseconds from the bytes of a model to its typed arrays, first call in a new process and median, and the
// bytes of the arrays. The model is made by a seeded generator: 40,000 items, 7.5 neighbours an item, about 450 kB of relations after
// brotli, the size of a shop of 0.9 million clicks.

const items = 40_000
const perItem = 7.5
const calls = 30
const relations = ['viewed', 'boughtWith', 'boughtAfterView', 'boughtAfter', 'similar'] as const

if (process.argv[2] === '--read') readOnce(process.argv[3]!)
else await bench()

async function bench(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'shopside-decode-'))
  try {
    const writer = createModelWriter(syntheticParts(items, perItem))
    const bytes = writer.whole()
    const path = join(folder, 'model.bin')
    writeFileSync(path, bytes)
    const streams = writer.streams({ first: 0, own: items, rim: [] }).flat()
    const packed = brotliCompressSync(Buffer.concat(streams)).length
    console.log(`relations         ${whole(packed)} bytes after brotli`)
    console.log(`file              ${whole(bytes.length)} bytes before brotli`)
    const firsts: number[] = []
    let said = ''
    for (let process = 0; process < 5; process++) {
      const { output } = await run(bin('tsx'), ['--conditions=shopside-source', import.meta.filename, '--read', path])
      const [first, rest] = [/first ([\d.]+)/.exec(output)?.[1], /rest (.*)/.exec(output)?.[1]]
      if (first === undefined || rest === undefined) throw new Error(output)
      firsts.push(Number(first))
      said = rest
    }
    console.log(`decode, 1st call  ${percentile(firsts, 0.5).toFixed(1)} ms  (best ${Math.min(...firsts).toFixed(1)}, of ${firsts.length} new processes)`)
    console.log(said)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** In a process of its own: the first call is the first. */
function readOnce(path: string): void {
  const bytes = new Uint8Array(readFileSync(path))
  const times: number[] = []
  let model!: Model
  for (let call = 0; call < calls; call++) {
    const before = performance.now()
    model = decodeModel(bytes)
    times.push(performance.now() - before)
  }
  let arrays = 0
  let edges = 0
  for (const name of relations) {
    const { edgeAt, to, levels, weightOf } = model[name]
    arrays += edgeAt.byteLength + to.byteLength + levels.byteLength + weightOf.byteLength
    edges += to.length
  }
  console.log(`first ${times[0]}`)
  const rest = [`decode, median    ${percentile(times, 0.5).toFixed(1)} ms`, `arrays            ${whole(arrays)} bytes for ${whole(edges)} edges of ${whole(model.size)} items`]
  console.log(`rest ${rest.join('; ')}`)
}

function whole(number: number): string {
  return number.toLocaleString('en-GB')
}
