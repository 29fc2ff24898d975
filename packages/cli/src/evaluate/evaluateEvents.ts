import type { ModelFolder } from './readFolder.ts'
import { baselineMethods } from './sessions/baselineMethods.ts'
import type { ItemNumbers } from './sessions/engineNext.ts'
import { engineNext } from './sessions/engineNext.ts'
import type { NextFigures, NextMethod, NextQuestions } from './sessions/measureNext.ts'
import { measureNext } from './sessions/measureNext.ts'
import type { Session } from './sessions/sessionData.ts'
import { countLooks } from './sessions/simple.ts'
import type { ReadSessions } from './sessions/readSessions.ts'

/** A model that was built from the visits before the split, and what it weighs. */
export interface BuiltModel {
  name: string
  folder: ModelFolder
}

/** Visits on either side of a split. A visit that reaches over it is in neither part. */
export interface SplitSessions {
  ids: readonly string[]
  train: readonly Session[]
  test: readonly (Session & { firstAt: number })[]
  /** Visits that reach over the split. */
  cut: number
}

/** The way of a browser that has loaded the shards of the last ten items alone, on some of the questions. */
export interface ShardFigures {
  figures: NextFigures
  /** The same questions, over the whole model. */
  whole: NextFigures
  /** Bytes of shards that a visit's end needs, as stored: median and 90th percentile over visits. */
  bytes50: number
  bytes90: number
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
  /** Every so many-th question. @default 1 */
  every?: number
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
  { ids, train, test, cut }: SplitSessions, models: readonly BuiltModel[],
  { minPrefix = 1, every = 1, baselines = true }: EventsAsked,
): EventsReport {
  const looks = countLooks(train, ids.length)
  const questions: NextQuestions = { test, minPrefix, every, looks }
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
  const fewer = { ...questions, every: Math.max(questions.every, Math.ceil(asked / shardQuestions)) }
  let method: NextMethod
  const figures = measureNext({
    name: 'shards',
    score(prefix) {
      method = engineNext('shards', folder.modelAround(prefix.map(idOf)), numbers)
      method.score(prefix)
    },
    top: (count, isOut) => method.top(count, isOut),
  }, fewer)
  const bytes = questions.test.map(({ items }) => folder.bytesAround(items.map(idOf))).sort((a, b) => a - b)
  return {
    figures, whole: measureNext(engineNext('whole', folder.model, numbers), fewer),
    bytes50: bytes[bytes.length >> 1] ?? 0, bytes90: bytes[Math.floor(bytes.length * 0.9)] ?? 0,
  }
}
