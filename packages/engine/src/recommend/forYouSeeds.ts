import type { EpochMs } from '../event.ts'
import { decay } from '../predict/decay.ts'
import { recall } from '../profile/recall.ts'
import type { RankContext } from './rankContext.ts'
import type { Reason } from './recommendation.ts'
import type { Seed } from './seed.ts'
import { chosenLinks, settledLinks } from './seed.ts'

/** Distinct items looked at, and basket lines, that speak: the newest ten (the measured production design). */
const maxLooks = 10
/** Ordered items that speak, the most often ordered. */
const maxOrdered = 30
const maxWanted = 5
/** Looks at one item that count: a page reloaded is no greater wish. */
const maxTimes = 4
/** Per item looked at since: gentle enough that three looks outweigh one look at each of nine items after it (3 * 0.9 ** 9 > 1). */
const lookDecay = 0.9
/** Worth against one look: a wish said outright (as much as four looks), the basket. An order's is tuned: `habitNeighbours`. */
const wantedWeight = 8
const wantedHalfLifeDays = 30
const cartWeight = 1.5
/** What items similar to one of the basket, or to one ordered, are worth (`settledLinks`). */
const basketRivals = 0.25
const orderedRivals = 0.05

/** One part of what a seed says. */
interface Said {
  /** Among whom it is weighed: one of the lists below. */
  list: number
  /** Its place there: what stands before it holds it down. */
  back: number
  weight: number
}
const [inBasket, looked, wished, ordered] = [0, 1, 2, 3] as const

/** A seed while its parts are added up. */
interface Draft {
  weight: number
  strongest: number
  chosen: boolean
  said: Said[]
  reason: (title: string) => Reason
}

/**
 * What speaks for a list of the shopper's own, one seed per item: looked at (times, how recently), wished for, in the basket,
 * ordered; without a profile the item of this page. What is not for them does not speak. The strongest part names the reason.
 */
export function forYouSeeds({ input, model, board, lines, own }: RankContext): Seed[] {
  const { profile, now, page: { item } } = input
  const drafts = new Map<number, Draft>()

  const add = (itemId: string, list: number, back: number, weight: number, reason: (title: string) => Reason): void => {
    const index = board.indexOf(itemId)
    if (index < 0 || !(weight > 0) || input.notForMe?.has(itemId) || (profile && Object.hasOwn(profile.notForMe, itemId))) return
    const draft = drafts.get(index) ?? { weight: 0, strongest: 0, chosen: false, said: [], reason }
    drafts.set(index, draft)
    draft.weight += weight
    draft.chosen ||= list === looked || list === wished
    draft.said.push({ list, back, weight })
    if (weight <= draft.strongest) return
    draft.strongest = weight
    draft.reason = reason
  }
  const look = (itemId: string, back: number, weight: number, times: number, lastAt: EpochMs): void =>
    add(itemId, looked, back, weight, title => ({ kind: 'viewed-item', itemId, title, times, lastAt }))

  newest(lines).forEach(({ item_id: itemId }, back) =>
    add(itemId, inBasket, back, cartWeight * lookDecay ** back, title => ({ kind: 'in-cart', itemId, title })))
  if (!profile && item) look(item.item_id, 0, 1, 1, now)
  newest(profile?.viewed ?? []).forEach((itemId, back) => {
    const { views = 0, lastViewedAt = 0 } = recall(profile, itemId) ?? {}
    const fresh = decay(now - lastViewedAt, model.params.viewHalfLifeDays)
    const times = Math.min(views, maxTimes)
    // To come back is more than to pass by twice: n looks weigh n to the power of 1.5.
    look(itemId, back, times * Math.sqrt(times) * lookDecay ** back * fresh, views, lastViewedAt)
  })
  for (const { item: { item_id: itemId }, wantedAt } of own.wanted.slice(0, maxWanted)) {
    const weight = wantedWeight * decay(now - wantedAt!, wantedHalfLifeDays)
    add(itemId, wished, 0, weight, title => ({ kind: 'wanted-more', itemId, title }))
  }
  const most = own.ordered[0]?.frequency ?? 0
  for (const { itemId, frequency, lastAt } of own.ordered.slice(0, maxOrdered)) {
    // In hidden orders or concluded ones alone: nothing here speaks of those.
    if (frequency === 0) break
    const weight = model.params.habitNeighbours * frequency / most
    const back = itemId === own.ordered[0]!.itemId ? 0 : 1
    add(itemId, ordered, back, weight, title => ({ kind: 'ordered-item', itemId, title, lastAt }))
  }

  // By list: what is left speaks this many times as loud once something before it has never been there.
  const louder = [1 / lookDecay, 1 / lookDecay, 1, most / (own.ordered[1]?.frequency || most)]
  const lift = ({ weight, said }: Draft, gone: Draft | undefined): number => {
    let left = weight
    for (const own of said) {
      const before = gone?.said.find(({ list }) => list === own.list)
      if (before && before.back < own.back) left += own.weight * (louder[own.list]! - 1)
    }
    return left / weight
  }

  return [...drafts].map(([index, draft]) => ({
    index,
    weight: draft.weight,
    links: draft.chosen ? chosenLinks(model, index)
      : settledLinks(model, index, draft.said.some(({ list }) => list === inBasket) ? basketRivals : orderedRivals),
    lift: gone => lift(draft, drafts.get(gone.index)),
    reason: () => draft.reason(model.product(index).title),
  }))
}

/** The newest ten of a list that has its newest last, newest first. */
function newest<Value>(list: readonly Value[]): Value[] {
  return list.slice(-maxLooks).reverse()
}
