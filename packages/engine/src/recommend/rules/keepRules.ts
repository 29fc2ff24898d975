import type { Gate } from '../gate.ts'
import type { RankContext } from '../rankContext.ts'
import { createContext } from '../rankContext.ts'
import type { RecommendInput } from '../recommendInput.ts'
import type { Recommendation, RecommendRequest } from '../recommendation.ts'
import { createShelf } from '../shelf.ts'
import { subjects } from '../subjects.ts'
import type { RuleGate } from './createGate.ts'
import { createGate } from './createGate.ts'
import { layOut } from './layOut.ts'
import { meetsFilter } from './meetsFilter.ts'
import type { PlacementRules } from './placementRules.ts'
import { readRules } from './readRules.ts'

/** Makes a list by the rules of its request, from what `ask` answers to requests without. */
export type KeepRules = (
  input: RecommendInput, request: RecommendRequest, ask: (wanted: RecommendRequest, gate?: Gate) => Recommendation[],
) => Recommendation[]

/** How much longer a list is looked at where rules change its order, so that something can rise; at most `mostLooked` cards. */
const looks = 3
const mostLooked = 100

/**
 * Keeps the shop's rules. Filters work while the strategy ranks, so that the list is as long as without them where there is
 * enough; weights, promotion and pins work on its list. A pinned item passes every gate that a card passes (DESIGN 7.1); it says
 * `hand-picked`.
 */
export const keepRules: KeepRules = (input, { rules: given, ...request }, ask) => {
  const rules = readRules(given)
  const gate = createGate(rules, input)
  const exclude = [...request.exclude ?? []]
  const context = createContext(input, { ...request, exclude, strategy: 'hand-picked' }, gate)
  const { limit } = context
  const pins = pinned(context, rules)
  const pinnedKinds = new Set(request.bundle ? pins.map(({ card }) => card.item.kind) : [])
  const changesOrder = !!rules.boost?.length || !!rules.bury?.length || !!rules.promote
  const found = ask({
    ...request,
    exclude: [...exclude, ...pins.map(({ card }) => card.item.itemId)],
    limit: changesOrder ? Math.min(mostLooked, looks * limit) : limit,
  }, gate).filter(({ item }) => item.kind === undefined || !pinnedKinds.has(item.kind))

  const isPromoted = rules.promote && meetsFilter(rules.promote.where)
  const row = layOut(
    weighed(found, rules, gate), pins, limit, rules.promote?.share ?? 0, ({ item }) => isPromoted?.(gate.seen(item)) === true)
  return row.length < (rules.minimum ?? 1) ? [] : row
}

/** The pinned cards that may be shown, by place. */
function pinned(context: RankContext, { pin = [] }: PlacementRules): { place: number; card: Recommendation }[] {
  const { model, board, limit, request } = context
  const shelf = request.bundle ? createShelf(context, 1, subjects(context).indices.map(model.kind)) : createShelf(context)
  const pins: { place: number; card: Recommendation }[] = []
  for (const { itemId, place } of [...pin].sort((a, b) => a.place - b.place)) {
    const index = board.indexOf(itemId)
    if (index < 0 || place >= limit || !shelf.isOpen(index)) continue
    shelf.place(index, 1, 'hand-picked', [{ kind: 'hand-picked' }])
    const card = shelf.cards[pins.length]
    if (card) pins.push({ place, card })
  }
  return pins
}

/** The list by weighed scores; equal ones stay as they were. */
function weighed(found: Recommendation[], { boost = [], bury = [] }: PlacementRules, gate: RuleGate): Recommendation[] {
  const weights = [...boost, ...bury].map(({ where, factor }) => ({ meets: meetsFilter(where), factor }))
  if (!weights.length) return found
  for (const card of found) {
    for (const { meets, factor } of weights) if (meets(gate.seen(card.item))) card.score = Math.fround(card.score * factor)
  }
  return found.sort((a, b) => b.score - a.score)
}
