import type { AttributesOf, Era, LifecycleStage, PresetAnswer, StoreNorms, TasteNorms } from '@shopside/engine'
import { emptyProfile, foldEvents, lifecycleAt, presetsAt, standingsOf, tastesOf } from '@shopside/engine'
import type { PastOrder } from '../../evaluate/history.ts'
import { toPurchase } from '../../evaluate/replay.ts'
import type { CatalogueItem } from '../../read/catalogueItem.ts'

/** Customers of each preset at the end of each month. */
export interface Replayed {
  customers: number
  /** Ends of months, epoch ms; the last one is the newest order's time. */
  ends: number[]
  /** By preset id: members at each of `ends`. */
  members: Map<string, number[]>
  /** Changes of stage after the first of `ends`, by the times at which they happened. */
  moves: { from: LifecycleStage; to: LifecycleStage; times: number }[]
}

/** Presets that looks and visits are needed for: orders say nothing of them. */
const needVisits: ReadonlySet<string> = new Set(['visitor', 'first-visit', 'returning', 'comparing'])

/** What `likings` is about. */
const presetAttributes: ReadonlySet<string> = new Set(['category', 'kind', 'brand', 'maker'])

/** Replays customers, order by order, through the fold and the presets that run on a device. */
export function replayCustomers(
  orders: readonly PastOrder[],
  { norms, items, months }: { norms: StoreNorms; items: readonly CatalogueItem[]; months: number },
): Replayed {
  const byCustomer = new Map<string, PastOrder[]>()
  let newest = 0
  for (const order of orders) {
    const own = byCustomer.get(order.customerId)
    if (own) own.push(order)
    else byCustomer.set(order.customerId, [order])
    newest = Math.max(newest, order.at)
  }
  const ends = monthEnds(
    orders.reduce((first, { at }) => Math.min(first, at), newest),
    newest,
    months,
  )
  const attributesOf = attributesFrom(items)
  // The file's times are the store's own: no zone is applied to them a second time.
  const { timeZone, ...plain } = norms
  // Presets ask for these likings alone; a device tells of more.
  const asked = Object.entries(norms.tastes?.shares ?? {}).filter(([attribute]) => presetAttributes.has(attribute))
  const likings: TasteNorms = { shares: Object.fromEntries(asked) }
  const members = new Map<string, number[]>()
  const moves = new Map<string, Replayed['moves'][number]>()
  for (const own of byCustomer.values()) {
    own.sort((a, b) => a.at - b.at)
    let profile = emptyProfile()
    let next = 0
    // Presets hold until an order or the time that they name: most customers do not change in most months.
    let answer: PresetAnswer = { memberships: [], flipsAt: 0 }
    for (const [place, end] of ends.entries()) {
      const before = next
      while (next < own.length && own[next]!.at <= end) next++
      if (next > before)
        profile = foldEvents(
          profile,
          own.slice(before, next).map((order, n) => toPurchase(order, n, norms.currency)),
        )
      if (next === 0) continue
      if (next > before || end >= (answer.flipsAt ?? Infinity)) {
        const tastes = tastesOf(profile, attributesOf, likings, end)
        answer = presetsAt({ profile, norms: plain, tastes, attributesOf, now: end })
      }
      for (const { id } of answer.memberships) {
        if (needVisits.has(id)) continue
        const counts =
          members.get(id)
          ?? members
            .set(
              id,
              ends.map(() => 0),
            )
            .get(id)!
        counts[place]!++
      }
    }
    const { list } = standingsOf(profile.purchases, newest, undefined, norms.currency)
    if (list.length > 0) countMoves(lifecycleAt(list, profile.firstAt, plain, newest).history, ends[0]!, moves)
  }
  return {
    customers: byCustomer.size,
    ends,
    members: new Map([...members].sort(([a], [b]) => (a < b ? -1 : 1))),
    moves: [...moves.values()].sort((a, b) => b.times - a.times || (`${a.from} ${a.to}` < `${b.from} ${b.to}` ? -1 : 1)),
  }
}

function countMoves(history: readonly Era<LifecycleStage>[], after: number, moves: Map<string, Replayed['moves'][number]>): void {
  for (const [place, { id: to, since }] of history.entries()) {
    const from = history[place - 1]?.id
    if (from === undefined || since <= after) continue
    const move = moves.get(`${from} ${to}`) ?? { from, to, times: 0 }
    move.times++
    moves.set(`${from} ${to}`, move)
  }
}

/**
 * Last milliseconds of the months from the first order's on, the newest `months` of them; the newest order's time in place of the
 * last.
 */
function monthEnds(first: number, newest: number, months: number): number[] {
  const ends = [newest]
  const last = new Date(newest)
  for (let back = 0; ends.length < months; back++) {
    const end = Date.UTC(last.getUTCFullYear(), last.getUTCMonth() - back) - 1
    if (end < first) break
    ends.unshift(end)
  }
  return ends
}

function attributesFrom(items: readonly CatalogueItem[]): AttributesOf {
  const byId = new Map(
    items.map(({ itemId, category, kind, brand, colour, motif, labels }) => [
      itemId,
      { category, kind, brand, colour, motif, label: labels },
    ]),
  )
  return itemId => byId.get(itemId) ?? {}
}
