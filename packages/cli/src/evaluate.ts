import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BuildOptions } from './build.ts'
import type { BuiltModel } from './evaluate/buildModels.ts'
import { buildModels } from './evaluate/buildModels.ts'
import type { EventsAsked, EventsReport, SplitSessions } from './evaluate/evaluateEvents.ts'
import { evaluateEvents, splitSessions } from './evaluate/evaluateEvents.ts'
import type { OrdersReport } from './evaluate/evaluateOrders.ts'
import { ordersQuestions } from './evaluate/evaluateOrders.ts'
import { readHistory } from './evaluate/history.ts'
import type { PastOrder } from './evaluate/history.ts'
import { readSessions } from './evaluate/sessions/readSessions.ts'
import { InputError } from './inputError.ts'
import { createRefusals } from './read/refusals.ts'

const dayMs = 864e5

/** What `evaluate` is told: as `build`, without a folder, with orders or events or both, and with a split. */
export interface EvaluateOptions
  extends Omit<BuildOptions, 'out' | 'seen' | 'tables' | 'relations' | 'budgetBytes'>, EventsAsked {
  /** First moment of the test part, epoch ms. @default midnight (UTC) `testDays` before the day of the newest row */
  splitAt?: number
  /** @default 29 with orders, else 7 */
  testDays?: number
  /** Events of the test, in a file of their own: then all of `events` is training. */
  testEvents?: string
  /** A model is built for each of these; Infinity: nothing is left out. @default [300000] */
  budgets?: readonly number[]
  /** Build every model a second time, with a floor of one shopper: what the floor costs. @default true */
  withoutFloor?: boolean
}

/** A model that was measured, and how it came about. */
export interface MeasuredModel extends Omit<BuiltModel, 'folder'> {
  /** What was measured on orders. */
  orders?: OrdersReport
}

/** What was measured. All methods of a list saw the same rows before the split and nothing after it. */
export interface EvaluateReport {
  /** Epoch ms: the first moment of the test part, the newest row that training and tuning saw, the first row of the test. */
  splitAt: number
  newestTrainedAt: number
  firstTestAt: number
  /** Questions of a kind that were asked at most, evenly spread; Infinity: all. */
  questions: number
  models: MeasuredModel[]
  events?: EventsReport
  seconds: number
}

/**
 * Measures what shoppers would have got: models are built by `build` from the rows before the split, written, read back,
 * and what came after it is replayed through the engine that runs in the browser.
 *
 * @throws InputError as `build`, when a part is empty, or when training saw a row that is not older than the first test row
 */
export async function evaluate(options: EvaluateOptions): Promise<EvaluateReport> {
  const started = performance.now()
  const {
    splitAt: given, testDays, testEvents, budgets = [300_000], withoutFloor = true, minPrefix, questions = Infinity, baselines,
    ...rest
  } = options
  const { orders, events } = rest
  if (orders === undefined && events === undefined) throw new InputError('nothing to measure', 'give --orders, --events or both')
  const reading = () => ({
    refused: createRefusals(), latest: (options.now ?? Date.now()) + dayMs, ...(options.named ? { named: options.named } : {}),
    ...(options.encoding === undefined ? {} : { encoding: options.encoding }),
    ...(options.formats ? { formats: options.formats } : {}),
  })
  const history = orders === undefined ? [] : await readHistory(orders, reading())
  const seen = events === undefined ? undefined
    : await readSessions(testEvents === undefined ? [events] : [events, testEvents], reading())
  const tested = testEvents === undefined ? undefined : await readSessions([testEvents], reading())
  const rows = [...history, ...seen?.sessions ?? []]
  const newest = rows.reduce((latest, { at }) => Math.max(latest, at), 0)
  const days = testDays ?? (orders === undefined ? 7 : 29)
  const splitAt = given ?? tested?.sessions.reduce((first, { firstAt }) => Math.min(first, firstAt), Infinity)
    ?? (Math.floor(newest / dayMs) - days) * dayMs
  const train = history.filter(order => order.at < splitAt)
  const test = history.filter(order => order.at >= splitAt)
  const sessions = seen && splitSessions(seen, splitAt)
  if (orders !== undefined) checkParts('orders', train.length, test.length, splitAt, orders)
  if (sessions) checkParts('visits', sessions.train.length, sessions.test.length, splitAt, events!)

  const firstTestAt = firstRow(test, sessions)
  const folder = mkdtempSync(join(tmpdir(), 'shopside-evaluate-'))
  try {
    const built = await buildModels(rest, { splitAt, budgets, withoutFloor, folder })
    const newestTrainedAt = built.reduce((latest, model) => Math.max(latest, model.folder.head.asOf), 0)
    checkCutOff(newestTrainedAt, firstTestAt, orders ?? events!)
    const askOrders = ordersQuestions(train, test, questions)
    // A budget that leaves nothing out makes the file of the next larger one: asked once.
    const asked = new Map<string, OrdersReport>()
    const askOnce = ({ build: { files: [file] }, folder: { model } }: BuiltModel): OrdersReport => {
      const known = asked.get(file!.path) ?? askOrders(model)
      asked.set(file!.path, known)
      return known
    }
    return {
      splitAt, newestTrainedAt, firstTestAt, questions,
      models: built.map(model => {
        const { folder: _, ...each } = model
        return { ...each, ...(orders !== undefined && { orders: askOnce(model) }) }
      }),
      ...(sessions && {
        events: evaluateEvents(sessions, built, {
          questions, ...(minPrefix === undefined ? {} : { minPrefix }), ...(baselines === undefined ? {} : { baselines }),
        }),
      }),
      seconds: (performance.now() - started) / 1000,
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function firstRow(test: readonly PastOrder[], sessions: SplitSessions | undefined): number {
  const times = [...test.map(({ at }) => at), ...sessions?.test.map(({ firstAt }) => firstAt) ?? []]
  return times.reduce((first, at) => Math.min(first, at), Infinity)
}

/** @throws InputError when training saw what it is tested on */
function checkCutOff(newestTrainedAt: number, firstTestAt: number, file: string): void {
  if (newestTrainedAt < firstTestAt) return
  const [saw, first] = [newestTrainedAt, firstTestAt].map(at => new Date(at).toISOString())
  throw new InputError(
    `training saw a row of ${saw}, not older than the first test row (${first})`,
    'a row on both sides of the split was not cut; choose another split', { file },
  )
}

function checkParts(what: string, before: number, after: number, splitAt: number, file: string): void {
  if (before && after) return
  throw new InputError(
    `no ${what} ${before ? 'after' : 'before'} the split at ${new Date(splitAt).toISOString().slice(0, 10)}`,
    'choose another with --split YYYY-MM-DD or --test-days N', { file },
  )
}
