import type { BuiltModel } from './buildModels.ts'
import type { ModelFolder } from './readFolder.ts'
import { baselineMethods } from './sessions/baselineMethods.ts'
import type { ItemNumbers } from './sessions/engineNext.ts'
import { engineNext } from './sessions/engineNext.ts'
import type { NextFigures, NextMethod, NextQuestions } from './sessions/measureNext.ts'
import { measureNext } from './sessions/measureNext.ts'
import type { Session } from './sessions/sessionData.ts'
import { countLooks } from './sessions/simple.ts'
import type { ReadSessions } from './sessions/readSessions.ts'
import { stepFor } from './takeEvenly.ts'

/** Visits on either side of a split. A visit that reaches over it is in neither part. */
export interface SplitSessions {
  ids: readonly string[]
  train: readonly Session[]
  test: readonly (Session & { firstAt: number })[]
  /** Visits that reach over the split. */
  cut: number
}

/** Median and 90th percentile. */
type Quantiles = [half: number, most: number]

/** The way of a browser that has loaded the shards of the last ten items alone, on some of the questions. */
export interface ShardFigures {
  figures: NextFigures
  /** The same questions, over the whole model. */
  whole: NextFigures
  /** What a visit's end needs, median and 90th percentile over visits: shards, their bytes as stored, and after brotli. */
  count: Quantiles
  bytes: Quantiles
  brotliBytes: Quantiles
}

/** What was measured on visits. */
export interface EventsReport {
  trainVisits: number
  testVisits: number
  cutVisits: number
  /** Questions whose answer is an item that training never saw: misses for everybody. */
  unknownTargets: number
  methods: { method: string; figures: NextFigures }[]
  sharded?: ShardFigures
}

/** How to ask. */
export interface EventsAsked {
  /** Looks a visit must have before it is asked about. @default 1 */
  minPrefix?: number
  /** So many at most, every so many-th of all. @default Infinity */
  questions?: number
  /** Measure what a model has to beat, too. @default true */
  baselines?: boolean
}

/** Visits that ended before the split are training, those that began at or after it the test. */
export function splitSessions({ ids, sessions }: ReadSessions, splitAt: number): SplitSessions {
  const train = sessions.filter(({ at }) => at < splitAt)
  const test = sessions.filter(({ firstAt }) => firstAt >= splitAt)
  return { ids, train, test, cut: sessions.length - train.length - test.length }
}

/** Asks models, and all that they have to beat, what shoppers of the test part looked at next. */
export function evaluateEvents(
  { ids, train, test, cut }: SplitSessions, models: readonly Pick<BuiltModel, 'name' | 'folder'>[],
  { minPrefix = 1, questions: most = Infinity, baselines = true }: EventsAsked,
): EventsReport {
  const looks = countLooks(train, ids.length)
  const asked = test.reduce((sum, { items }) => sum + Math.max(0, items.length - minPrefix), 0)
  const questions: NextQuestions = { test, minPrefix, every: stepFor(asked, most), looks }
  const numbers: ItemNumbers = { ids, numberOf: new Map(ids.map((id, number) => [id, number])) }
  const methods: NextMethod[] = [
    ...baselines ? baselineMethods({ train, test, size: ids.length }, questions) : [],
    ...models.map(({ name, folder }) => engineNext(name, folder.model, numbers)),
  ]
  const sharded = models.find(({ folder }) => folder.head.shardCount > 0)
  return {
    trainVisits: train.length, testVisits: test.length, cutVisits: cut,
    unknownTargets: test.reduce((sum, { items }) => sum + items.slice(minPrefix).filter(item => looks[item] === 0).length, 0),
    methods: methods.map(method => ({ method: method.name, figures: measureNext(method, questions) })),
    ...(sharded && { sharded: measureShards(sharded.folder, numbers, questions) }),
  }
}

/** Questions over shards: a model is put together for each. */
const shardQuestions = 2000

function measureShards(folder: ModelFolder, numbers: ItemNumbers, questions: NextQuestions): ShardFigures {
  const idOf = (item: number): string => numbers.ids[item]!
  const asked = questions.test.reduce((sum, { items }) => sum + Math.max(0, items.length - questions.minPrefix), 0)
  const fewer = { ...questions, every: Math.max(questions.every, stepFor(asked, shardQuestions)) }
  let method: NextMethod
  const figures = measureNext({
    name: 'shards',
    score(prefix) {
      method = engineNext('shards', folder.modelAround(prefix.map(idOf)), numbers)
      method.score(prefix)
    },
    top: (count, isOut) => method.top(count, isOut),
  }, fewer)
  const needed = questions.test.map(({ items }) => folder.shardsAround(items.map(idOf)))
  return {
    figures, whole: measureNext(engineNext('whole', folder.model, numbers), fewer),
    count: quantiles(needed.map(shards => shards.length)),
    bytes: quantiles(needed.map(shards => shards.reduce((sum, { bytes }) => sum + bytes, 0))),
    brotliBytes: quantiles(needed.map(shards => shards.reduce((sum, { brotliBytes }) => sum + brotliBytes, 0))),
  }
}

function quantiles(values: number[]): Quantiles {
  const sorted = values.sort((a, b) => a - b)
  return [sorted[sorted.length >> 1] ?? 0, sorted[Math.floor(sorted.length * 0.9)] ?? 0]
}
