// Bundled as it ships: the tool that runs sources wraps every inner function.
import { decodeModel, openHead, openModel } from '@shopside/engine'
import { percentile } from './figures.ts'

/** Milliseconds, but for the last two. */
export interface DecodeTimes {
  /** First call in this process: bytes to model; of it `file`: checksum, text, columns. */
  first: number
  file: number
  /** Median of calls after it. */
  repeated: number
  /** First 200 rows of `viewed`, as a page asks for them: ten items and their neighbours. */
  rows: number
  allRows: number
  /** Bytes of all array buffers that the model keeps beside its file, and edges. */
  arrays: number
  edges: number
}

const calls = 30
const relations = ['viewed', 'boughtWith', 'boughtAfterView', 'boughtAfter', 'similar'] as const

/** To be called once in a process, so that its first call is the first. @param collect frees what nobody holds */
export function decodeCalls(bytes: Uint8Array, collect: () => void): DecodeTimes {
  collect()
  const before = process.memoryUsage().arrayBuffers
  const startedAt = performance.now()
  const head = openHead(bytes)
  const openedAt = performance.now()
  const model = openModel(head)
  const readAt = performance.now()
  collect()
  const arrays = process.memoryUsage().arrayBuffers - before
  const collectedAt = performance.now()
  for (let row = 0; row < 200; row++) model.viewed.startOf(row * 191 % model.size)
  const askedAt = performance.now()
  for (let row = 0; row < model.size; row++) model.viewed.startOf(row)
  const allAt = performance.now()
  const times = Array.from({ length: calls }, () => {
    const from = performance.now()
    decodeModel(bytes)
    return performance.now() - from
  })
  return {
    first: readAt - startedAt, file: openedAt - startedAt, repeated: percentile(times, 0.5),
    rows: askedAt - collectedAt, allRows: allAt - askedAt,
    arrays,
    edges: relations.reduce((sum, name) => sum + model[name].to.length, 0),
  }
}
