import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { createModelWriter, openHead, openModel, openShard, type Model } from '@shopside/engine'
import { sampleParts } from '../../packages/engine/src/model/testing/sampleParts.ts'
import { syntheticParts } from '../bench/syntheticParts.ts'

/** What reading one file takes. */
export interface MemoryUse {
  name: string
  fileBytes: number
  /** Kept beside the file, after every table that is made on demand was asked for. */
  madeBytes: number
}

const models = 40

/** Array buffers and heap that models take beside their files, measured after a full collection. */
export function measureMemory(seed: number): MemoryUse[] {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  const used = (): number => {
    collect()
    collect()
    const { arrayBuffers, heapUsed } = process.memoryUsage()
    return arrayBuffers + heapUsed
  }
  const clicks = createModelWriter(syntheticParts(20_000, 7.5 + seed % 2))
  const shop = createModelWriter(sampleParts(4_000))
  const [whole, small] = [clicks.whole(), shop.whole()]
  const counts = Array.from({ length: 40 }, () => 500)
  const head = clicks.head(counts, new Uint8Array(320), [])
  const shards = [3, 4, 20].map(shard => clicks.shard({ first: shard * 500, own: 500, rim: [0, 1, 2] }))
  const total = shards.reduce((sum, bytes) => sum + bytes.length, head.length)
  return [
    measure('20,000 items of a click shop', whole.length, () => openModel(openHead(whole))),
    measure('4,000 items with every field', small.length, () => openModel(openHead(small))),
    measure('head and three of forty shards', total, () => openModel(openHead(head), shards.map(openShard))),
  ]

  function measure(name: string, fileBytes: number, open: () => Model): MemoryUse {
    // Some before, so that compiled code and shapes are there; many at once, so that what else lives on the heap does not count: with
    // five of them one and the same file came to anything from 1.3 to 2.1 times its bytes, with these to a hundredth.
    for (let round = 0; round < models; round++) ask(open())
    const before = used()
    const kept = Array.from({ length: models }, () => {
      const model = open()
      ask(model)
      return model
    })
    const madeBytes = Math.round((used() - before) / models)
    if (!kept.every(({ size }) => size > 0)) throw new Error('nothing was read')
    return { name, fileBytes, madeBytes }
  }
}

function ask(model: Model): void {
  model.indexOf(model.itemId(0))
  model.twins(0)
  model.product(0)
}
