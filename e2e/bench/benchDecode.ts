import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { createModelWriter, decodeModel, openHead, openModel, type Model } from '@shopside/engine'
import { checksum } from '../../packages/engine/src/model/checksum.ts'
import { bin } from '../build/bin.ts'
import { run } from '../build/run.ts'
import { percentile } from './figures.ts'
import { syntheticParts } from './syntheticParts.ts'

// `pnpm bench:decode`: milliseconds from the bytes of a model to its typed arrays, first call in a new process and median, its parts, and
// the bytes of the arrays. The model is made by a seeded generator: 40,000 items, 7.5 neighbours an item, about 450 kB of relations after
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
    const firsts: number[][] = []
    let said = ''
    for (let process = 0; process < 5; process++) {
      const { output } = await run(bin('tsx'), ['--conditions=shopside-source', import.meta.filename, '--read', path])
      const [first, rest] = [/first (.+)/.exec(output)?.[1], /rest (.*)/.exec(output)?.[1]]
      if (first === undefined || rest === undefined) throw new Error(output)
      firsts.push(first.split(' ').map(Number))
      said = rest
    }
    const [all, file, cpu] = [0, 1, 2].map(part => firsts.map(times => times[part]!)) as [number[], number[], number[]]
    const middle = (times: number[]): string => percentile(times, 0.5).toFixed(1)
    console.log(`decode, 1st call  ${middle(all)} ms  (best ${Math.min(...all).toFixed(1)}, of ${firsts.length} new processes); `
      + `of these ${middle(file)} ms the file (checksum, text, columns), the rest items and rows; processor time ${middle(cpu)} ms`)
    console.log(said)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** In a process of its own: the first call is the first. */
function readOnce(path: string): void {
  const bytes = new Uint8Array(readFileSync(path))
  const before = process.cpuUsage()
  const startedAt = performance.now()
  const head = openHead(bytes)
  const openedAt = performance.now()
  const model: Model = openModel(head)
  const first = [performance.now() - startedAt, openedAt - startedAt]
  const { user, system } = process.cpuUsage(before)
  const median = (call: () => unknown): string => {
    const times = Array.from({ length: calls }, () => {
      const from = performance.now()
      call()
      return performance.now() - from
    })
    return percentile(times, 0.5).toFixed(1)
  }
  let arrays = 0
  let edges = 0
  for (const name of relations) {
    const { edgeAt, to, levels, weightOf } = model[name]
    arrays += edgeAt.byteLength + to.byteLength + levels.byteLength + weightOf.byteLength
    edges += to.length
  }
  console.log(`first ${[...first, (user + system) / 1000].join(' ')}`)
  const rest = [
    `decode, median    ${median(() => decodeModel(bytes))} ms: checksum ${median(() => checksum(bytes.subarray(0, -4)))}, whole file `
      + `${median(() => openHead(bytes))}, items and rows ${median(() => openModel(head))}`,
    `arrays            ${whole(arrays)} bytes for ${whole(edges)} edges of ${whole(model.size)} items`,
  ]
  console.log(`rest ${rest.join('; ')}`)
}

function whole(number: number): string {
  return number.toLocaleString('en-GB')
}
