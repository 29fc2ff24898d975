import type { ConnectorHost } from '@shopside/browser'
import { dig } from '../platform/dig.ts'
import { outboxKey } from './outboxKey.ts'
import { shopifyId } from './shopifyId.ts'

/** How long a note is worth reading: an order of last year explains no basket of today. */
const maxAgeMs = 30 * 86_400_000

/**
 * Reports what the checkout pixel has noted since, and empties the outbox: every note is read once, and what is no note is thrown
 * away. Called only while what is reported is also kept; until then the notes wait where they are.
 */
export function drainOutbox(host: ConnectorHost): void {
  let notes: unknown
  try {
    const storage = host.window.localStorage
    const text = storage.getItem(outboxKey)
    if (text === null) return
    storage.removeItem(outboxKey)
    notes = JSON.parse(text)
  } catch {
    // Storage refused, or somebody else's text.
    return host.problem('outbox-unreadable')
  }
  if (!Array.isArray(notes)) return host.problem('outbox-unreadable')
  for (const note of notes.slice(0, 10)) {
    const name = dig(note, 'name')
    const at = dig(note, 'at')
    const items = dig(note, 'items')
    if ((name !== 'purchase' && name !== 'begin_checkout') || typeof at !== 'number' || !Array.isArray(items)) continue
    const ageMs = host.now() - at
    if (ageMs > maxAgeMs) continue
    void host.report(name, {
      transaction_id: shopifyId(dig(note, 'id')),
      currency: dig(note, 'currency'),
      value: dig(note, 'value'),
      items: items.map(item => ({
        item_id: shopifyId(dig(item, 'id')), item_group_id: shopifyId(dig(item, 'group')), item_name: dig(item, 'name'),
        price: dig(item, 'price'), quantity: dig(item, 'quantity'),
      })),
    }, ageMs < 0 ? undefined : at)
  }
}
