import { seedItems, type LiveFact, type PlacementRules, type Reason, type Recommendation, type RecommendInput } from '@shopside/engine'
import type { PlacedRequest, Shopside } from './client.ts'
import type { LiveAnswers } from './live/createLiveFacts.ts'
import { loadTwice } from './loadTwice.ts'
import type { Drawn } from './drawable.ts'
import type { LiveModel } from './model/liveModel.ts'
import type { ShopsideOptions } from './options.ts'
import type { WayIn } from './wayIn.ts'

/** Lists and reasons: what is known now, ranked by the engine's file. */
export interface Answers extends Pick<Shopside, 'recommend' | 'rerank'> {
  explain(itemId: string): Promise<Reason[]>
  /** By what is known already: the `live` option is not asked. */
  rank(request: PlacedRequest): Promise<Recommendation[]>
  /** Asks the `live` option; see `LiveAnswers`. False where the shop gave none. Never rejects. */
  askLive(itemIds: readonly string[], sinceMs: number): Promise<boolean>
  /** What the shop said of an item on this page, while that is true. */
  liveFact(itemId: string): LiveFact | undefined
}

/**
 * Times that a list is ranked anew because something in it turned out sold out: each brings items that nobody has asked about. Those of
 * the last are left out.
 */
const maxRounds = 4

const ranking = () => loadTwice(() => import('./lazy/ranking.ts'))
const ruling = () => loadTwice(() => import('./lazy/ruling.ts'))
const reranking = () => loadTwice(() => import('./lazy/reranking.ts'))
const strategies = () => loadTwice(() => import('./lazy/strategies.ts'))
const asking = () => loadTwice(() => import('./lazy/live.ts'))

/**
 * @param input what is known now, but for the model, which each request has over shards of its own
 * @param drawable leaves a product what may be drawn of it
 */
export function createAnswers(
  { options, environment, isOff, warnings: { warn } }: Pick<WayIn, 'options' | 'environment' | 'isOff' | 'warnings'>,
  liveModel: LiveModel, settled: () => Promise<void>, input: () => RecommendInput, drawable: (product: Drawn) => void,
): Answers {
  const { performance } = environment.window
  let live: Promise<LiveAnswers | undefined> | undefined
  let known: LiveAnswers | undefined

  /** Without its file rows are drawn as if the shop had said nothing. */
  function liveAnswers(): Promise<LiveAnswers | undefined> {
    const { live: option, hosts = [] } = options
    if (option === undefined) return Promise.resolve(undefined)
    return live ??= asking().then(({ createLiveFacts, toAskShop }) => known = createLiveFacts(
      toAskShop(option, environment, hosts), environment, () => performance.now(),
      error => warn(
        'live-failed', `${error instanceof Error ? error.message : 'failed'}. Look at what the "live" option answers.`,
      )),
    ).catch(() => undefined)
  }

  /** @param named further items that the request itself is about: chosen or pinned by the shop */
  async function inputFor(itemId?: string, named: readonly string[] = []): Promise<RecommendInput> {
    const asked = input()
    const model = await liveModel.over([...seedItems(asked, itemId), ...named])
    const facts = known?.facts()
    return Object.assign(asked, model && { model }, facts && { live: facts })
  }

  async function rank(asked: PlacedRequest): Promise<Recommendation[]> {
    const request = ownRequest(asked)
    const rules = rulesFor(options.rules, request)
    const [{ coreStrategies, recommend }, keeper] = await Promise.all([ranking(), rules && ruling()])
    const isCore = coreStrategies.some(({ name }) => name === request.strategy)
    const more = isCore ? [] : (await strategies()).moreStrategies
    const named = [...request.itemIds ?? [], ...pinnedIds(rules)]
    const found = recommend(
      await inputFor(request.itemId, named), rules ? { ...request, rules } : request, more, keeper?.keepRules,
    )
    for (const { item, twins } of found) [item, ...twins].forEach(drawable)
    return found
  }

  async function askLive(itemIds: readonly string[], sinceMs: number): Promise<boolean> {
    return (await liveAnswers())?.ask(itemIds, sinceMs) ?? false
  }

  return {
    rank, askLive,
    liveFact: itemId => known?.facts().get(itemId),
    async recommend(request) {
      if (isOff) return []
      await settled()
      let found = await rank(request)
      const ids = (): string[] => found.map(({ item }) => item.itemId)
      const sinceMs = performance.now()
      for (let round = 0; round < maxRounds && await askLive(ids(), sinceMs);) {
        found = await rank(request)
        if (++round === maxRounds) found = found.filter(({ item }) => known!.facts().has(item.itemId))
      }
      return found
    },
    async rerank(itemIds, how) {
      const ids = Array.isArray(itemIds) ? [...itemIds] : []
      // Without its file the order stays the shop's.
      const file = isOff ? undefined : await reranking().catch(() => undefined)
      if (file === undefined) return ids
      await settled()
      return file.rerank(await inputFor(), ids, how ?? undefined)
    },
    async explain(itemId) {
      if (isOff) return []
      await settled()
      const { explain } = await reranking()
      return explain(await inputFor(itemId), itemId)
    },
  }
}

/** A request as it came from outside, from scripts without types too: lists that are none are as if they had not been given. */
function ownRequest(asked: PlacedRequest | undefined): PlacedRequest {
  const request = { ...asked } as PlacedRequest
  for (const key of ['itemIds', 'exclude'] as const) {
    const list: unknown = request[key]
    if (typeof list !== 'object' || !(Symbol.iterator in Object(list))) delete request[key]
  }
  return request
}

/** Pins as they came from outside: whatever is none is nobody's pin. */
function pinnedIds(rules: PlacementRules | undefined): string[] {
  const pins: unknown = rules?.pin
  const ids = Array.isArray(pins) ? pins.map((pin: { itemId?: unknown } | null | undefined) => pin?.itemId) : []
  return ids.filter(id => typeof id === 'string')
}

/** The rules of a placement, and in them those of the request: of the same field the request's, of a filter's fields both. */
function rulesFor(all: ShopsideOptions['rules'], { placement = '', rules }: PlacedRequest): PlacementRules | undefined {
  // The name comes from outside: it must not be read from what a page has added to Object.prototype.
  const placed = all && Object.hasOwn(all, placement) ? all[placement] : undefined
  if (!placed || !rules) return placed ?? rules
  return { ...placed, ...rules, ...placed.include && rules.include && { include: { ...placed.include, ...rules.include } } }
}
