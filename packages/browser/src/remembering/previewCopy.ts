import type { EventLog } from '../log/eventLog.ts'
import { tryReadCopy } from './importLog.ts'
import type { CopyPreview } from './remembered.ts'

const nothing: CopyPreview = { events: 0, known: 0, forgotten: 0, views: 0, orders: 0, baskets: 0, searches: 0, hasSummaries: false }

/** What a copy holds and how much of it is here already, before anything of it is taken. Never rejects. */
export async function previewCopy(log: EventLog | undefined, file: unknown, shop: string, base: string): Promise<CopyPreview> {
  const copy = tryReadCopy(file, shop, base)
  if (copy.refused !== undefined) return { ...nothing, ...copy }
  if (log === undefined) return { ...nothing, refused: 'not-allowed' }
  const batches = await log.read().then(({ batches: found }) => found, () => [])
  const here = new Map(batches.map(batch => [batch.key, batch.events]))
  const orders = new Set<string>()
  const preview: CopyPreview = { ...nothing, events: copy.events.length, hasSummaries: copy.hasSummaries }
  let [basketAt, orderAt] = [-Infinity, -Infinity]
  if (copy.savedAt !== undefined) preview.savedAt = copy.savedAt
  for (const { key, place, logged } of copy.events) {
    const kept = here.get(key)
    if (kept !== undefined) preview[kept[place] == null ? 'forgotten' : 'known']++
    if (logged.name === 'view_item') preview.views += logged.params.items.length
    if (logged.name === 'search') preview.searches++
    if (/^(add_to_cart|view_cart)$/.test(logged.name) && (logged.params as { items: unknown[] }).items.length > 0) {
      basketAt = Math.max(basketAt, logged.at)
    }
    if (logged.name === 'purchase' && logged.params.items.length > 0) {
      orders.add(logged.params.transaction_id)
      orderAt = Math.max(orderAt, logged.at)
    }
    preview.firstAt = Math.min(preview.firstAt ?? logged.at, logged.at)
    preview.lastAt = Math.max(preview.lastAt ?? logged.at, logged.at)
  }
  return { ...preview, orders: orders.size, baskets: Number(basketAt > orderAt) }
}
