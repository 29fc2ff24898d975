import { createHash } from 'node:crypto'
import { defaultParams, encodeModel, type ModelParts } from '@shopside/engine'
import type { HostileCase } from './corpus.ts'

/** A model folder of one file, as the server hands it out. `encoding` `gzip`: the body is packed. */
export interface ModelFolder {
  manifest: string
  bytes: Uint8Array
  encoding?: string
}

export function folderOf(bytes: Uint8Array, said: number = bytes.length): ModelFolder {
  const files = { model: { path: 'model.bin', bytes: said, sha256: createHash('sha256').update(bytes).digest('hex') } }
  return {
    bytes,
    manifest: JSON.stringify({ format: 'shopside-model', version: 2, asOf: 0, currency: 'GBP', items: 1, shards: 0, files }),
  }
}

/** A model whose items say what the cases say: whoever wrote the feed wrote them. All are popular, in the order of the cases. */
export function hostileModel(cases: readonly HostileCase[]): Uint8Array {
  const now = Math.floor(Date.now() / 864e5) * 864e5
  const items = cases.map(({ id, kind, input }) => {
    const isId = kind === 'id'
    return {
      itemId: isId ? String(input) : id, groupId: isId ? String(input) : id,
      title: kind === 'title' ? String(input) || ' ' : `Case ${id}`, available: true, price: 1.25, priceAt: now,
      ...(kind === 'url' ? {
        url: String(input), ...(id !== 'U22' && { imageUrl: String(input) }),
      } : { url: `/p/${id}`, imageUrl: `/pictures/${id}.svg` }),
    }
  }).sort((a, b) => (a.itemId < b.itemId ? -1 : 1))
  const parts: ModelParts = {
    asOf: now, currency: 'GBP',
    params: {
      ...defaultParams, viewHalfLifeDays: 7, orderDecay: 0.9, gapDays: [20, 45, 90, 140], newWithinDays: 45,
    },
    items, boughtWith: items.map(() => []), similar: items.map(() => []), popular: items.map((_, place) => place),
    popularKnown: items.length,
    newest: [], reorder: items.map(() => undefined),
  }
  return encodeModel(parts)
}
