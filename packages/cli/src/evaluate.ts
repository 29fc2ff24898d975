import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Model } from '@shopside/engine'
import { decodeModel, readManifest } from '@shopside/engine'
import { build } from './build.ts'
import type { BuildOptions } from './build.ts'
import type { Baselines } from './evaluate/baselines.ts'
import { learnBaselines } from './evaluate/baselines.ts'
import { readHistory } from './evaluate/history.ts'
import type { PastOrder } from './evaluate/history.ts'
import type { LastLine, NextOrders, OneToRest, Ranker, Returning, Sameness } from './evaluate/protocols.ts'
import { findReturning, measureLastLine, measureNextOrders, measureOneToRest } from './evaluate/protocols.ts'
import { engineForShopper, engineRanker, rowRanker } from './evaluate/replay.ts'
import { InputError } from './inputError.ts'
import { createRefusals } from './read/refusals.ts'

const dayMs = 864e5

/** What `evaluate` is told: as `build`, without a folder, with orders, and with a split. */
export interface EvaluateOptions extends Omit<BuildOptions, 'out' | 'seen' | 'orders'> {
  orders: string
  /** First moment of the test part, epoch ms. @default midnight (UTC) `testDays` before the day of the newest order */
  splitAt?: number
  /** @default 29 */
  testDays?: number
}

/** One line of the table: a method and its shares (0..1). */
export interface Measured<Figures> {
  method: string
  figures: Figures
}

/** What was measured. All methods of a list saw the same orders before the split and nothing after it. */
export interface EvaluateReport {
  /** Epoch ms: the first moment of the test part, the newest row that training saw, the first row of the test. */
  splitAt: number
  newestTrainedAt: number
  firstTestAt: number
  trainOrders: number
  testOrders: number
  modelBytes: number
  /** T3 of the data's README. */
  oneToRest: Measured<OneToRest>[]
  /** T1 of the data's README. */
  lastLine: Measured<LastLine>[]
  returning: Measured<NextOrders>[]
  seconds: number
}

/**
 * Measures what shoppers would have got: the model is built by `build` from the orders before the split, written, read back,
 * and the orders after it are replayed through the engine that runs in the browser.
 *
 * @throws InputError as `build`, when a part is empty, or when training saw a row that is not older than the first test row
 */
export async function evaluate(options: EvaluateOptions): Promise<EvaluateReport> {
  const started = performance.now()
  const { splitAt: given, testDays = 29, ...rest } = options
  const history = await readHistory(options.orders, {
    refused: createRefusals(), latest: (options.now ?? Date.now()) + dayMs, ...(options.named ? { named: options.named } : {}),
    ...(options.encoding === undefined ? {} : { encoding: options.encoding }),
  })
  const newest = history.reduce((latest, order) => Math.max(latest, order.at), 0)
  const splitAt = given ?? (Math.floor(newest / dayMs) - testDays) * dayMs
  const train = history.filter(order => order.at < splitAt)
  const test = history.filter(order => order.at >= splitAt)
  if (!train.length || !test.length) {
    throw new InputError(
      `no orders ${train.length ? 'after' : 'before'} the split at ${new Date(splitAt).toISOString().slice(0, 10)}`,
      'choose another with --split YYYY-MM-DD or --test-days N', { file: options.orders },
    )
  }
  const { model, bytes } = await buildBefore(rest, splitAt)
  const firstTestAt = test.reduce((first, order) => Math.min(first, order.at), Infinity)
  if (!(model.asOf < firstTestAt)) {
    const [saw, first] = [model.asOf, firstTestAt].map(at => new Date(at).toISOString())
    throw new InputError(
      `training saw a row of ${saw}, not older than the first test row (${first})`,
      'an order with lines on both sides of the split was not cut; choose another split', { file: options.orders },
    )
  }
  const baselines = learnBaselines(train)
  const returning = findReturning(train, test, baselines.knows)
  return {
    splitAt, newestTrainedAt: model.asOf, firstTestAt, trainOrders: train.length, testOrders: test.length, modelBytes: bytes,
    ...measureBaskets(test, baselines, model),
    returning: measureReturning(returning, baselines, model),
    seconds: (performance.now() - started) / 1000,
  }
}

/**
 * The model of the orders before `splitAt`, by the way that `build` takes: written to a folder, its manifest and file read
 * back.
 */
async function buildBefore(options: Omit<BuildOptions, 'out'>, splitAt: number): Promise<{ model: Model; bytes: number }> {
  const folder = mkdtempSync(join(tmpdir(), 'shopside-evaluate-'))
  try {
    await build({
      ...options,
      out: folder,
      seen: {
        before: splitAt,
        // Today's stock and a first sale after the split are knowledge of the future.
        catalogue: items => items.map(item => {
          const { firstSoldAt, ...then } = item
          return { ...then, available: true, ...(firstSoldAt !== undefined && firstSoldAt < splitAt ? { firstSoldAt } : {}) }
        }),
      },
    })
    const manifest = readManifest(JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')))
    if ('reason' in manifest) throw new Error(`the manifest just written is refused: ${manifest.reason}`)
    const bytes = readFileSync(join(folder, manifest.files.model.path))
    return { model: decodeModel(new Uint8Array(bytes)), bytes: bytes.length }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function measureBaskets(
  test: readonly PastOrder[], baselines: Baselines, model: Model,
): Pick<EvaluateReport, 'oneToRest' | 'lastLine'> {
  const popularity: Ranker = (items, count) =>
    baselines.popularity.slice(0, count + items.length).filter(itemId => !items.includes(itemId)).slice(0, count)
  const engine = engineRanker(model, 'bought-together')
  const product: Sameness = itemId => {
    const index = model.indexOf(itemId)
    return index < 0 ? itemId : String(model.group(index))
  }
  const methods: [string, Ranker, Sameness?][] = [
    ['popularity, 30-day decay', popularity],
    ['cosine, dense, no floor', (items, count) => baselines.cosine(items, count)],
    ['model row (items)', rowRanker(model)],
    ['bought-together (engine)', engine],
    ['bought-together (engine), colour twins count', engine, product],
  ]
  return {
    oneToRest: methods.map(([method, rank, same]) => ({ method, figures: measureOneToRest(test, baselines.knows, rank, same) })),
    lastLine: methods.map(([method, rank, same]) => ({ method, figures: measureLastLine(test, baselines.knows, rank, same) })),
  }
}

function measureReturning(returning: readonly Returning[], baselines: Baselines, model: Model): Measured<NextOrders>[] {
  const place = new Map(baselines.popularity.map((itemId, rank) => [itemId, rank]))
  const frequency = ({ before }: Returning): string[] => {
    const counts = new Map<string, number>()
    for (const order of before) for (const { itemId } of order.items) counts.set(itemId, (counts.get(itemId) ?? 0) + 1)
    const own = [...counts].sort((a, b) => b[1] - a[1] || place.get(a[0])! - place.get(b[0])!).map(([itemId]) => itemId)
    return [...own, ...baselines.popularity.slice(0, 10 + own.length).filter(itemId => !counts.has(itemId)).slice(0, 10)]
  }
  const methods: [string, (shopper: Returning) => readonly string[]][] = [
    ['popularity, 30-day decay', () => baselines.popularity],
    ['personal frequency, then popularity', frequency],
    ['for-you (engine)', ({ before, at }) => engineForShopper(model, 'for-you', before, at)],
    ['buy-again (engine)', ({ before, at }) => engineForShopper(model, 'buy-again', before, at)],
  ]
  return methods.map(([method, rank]) => ({ method, figures: measureNextOrders(returning, rank) }))
}
