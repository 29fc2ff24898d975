import { refuseMostlyBad } from './buildInputs.ts'
import { InputError } from './inputError.ts'
import type { InputOptions } from './inputOptions.ts'
import { countIds } from './read/countIds.ts'
import type { CountedIds } from './read/countIds.ts'
import type { InputRole } from './read/columns.ts'
import type { Recognised } from './read/format.ts'
import type { Guess } from './read/guessWhy.ts'
import { guessWhy } from './read/guessWhy.ts'
import type { LeftOut } from './read/leftOut.ts'
import { readCatalogue } from './read/readCatalogue.ts'
import type { Catalogue } from './read/readCatalogue.ts'
import type { Refusal, Refusals } from './read/refusals.ts'
import { createRefusals } from './read/refusals.ts'
import { findUnknownColumn } from './read/refuseUnknownColumns.ts'
import { whatIsMissing } from './read/whatIsMissing.ts'

/** What one input held. */
export interface CheckedInput {
  role: InputRole
  path: string
  files: { path: string; recognised: Recognised }[]
  rows: number
  /** Items, order lines or events that a build would take. */
  taken: number
  refused: Refusal[]
  dropped: Refusal[]
  leftOut: readonly LeftOut[]
  /** Why a build would refuse the input. */
  problem?: InputError
}

/** How the items of orders or events are found in the catalogue. */
export interface CheckedMatch {
  role: 'orders' | 'events'
  rows: number
  matched: number
  /** The most frequent ids that were not found, most rows first. */
  unmatched: { id: string; rows: number }[]
  guesses: Guess[]
}

/** What `check` found. */
export interface CheckReport {
  inputs: CheckedInput[]
  matches: CheckedMatch[]
  /** What a model of these inputs would lack. */
  missing: string[]
  /** Why a build would refuse: the first reason. */
  refusal?: InputError
}

/** Ids that are listed by name. */
const listedIds = 10

/** Reads the inputs of a build as the build would, and says what would become of them. Writes nothing. */
export async function check(options: InputOptions): Promise<CheckReport> {
  const inputs: CheckedInput[] = []
  let catalogue: Catalogue | undefined
  const counted: Partial<Record<'orders' | 'events', CountedIds>> = {}

  const look = async <Read extends Pick<CheckedInput, 'rows' | 'leftOut' | 'files'>>(
    role: InputRole, path: string, refused: Refusals, dropped: Refusals, read: () => Promise<Read>,
    takenOf: (read: Read) => number,
  ): Promise<Read | undefined> => {
    const input: CheckedInput = { role, path, files: [], rows: 0, taken: 0, refused: [], dropped: [], leftOut: [] }
    inputs.push(input)
    try {
      const found = await read()
      Object.assign(input, {
        files: found.files, rows: found.rows, leftOut: found.leftOut, taken: takenOf(found), refused: refused.list(),
        dropped: dropped.list(),
      })
      refuseMostlyBad(role, path, found.rows, refused)
      if (input.taken === 0 && role === 'catalogue') {
        throw new InputError('holds no usable row', 'give at least one row with an id and a title', { file: path })
      }
      return found
    } catch (error) {
      if (!(error instanceof InputError)) throw error
      input.problem = error
      return undefined
    }
  }

  const { encoding = 'utf-8', named, formats, market, currency, now = Date.now() } = options
  const text = { encoding, ...(named && { named }), ...(formats && { formats }) }
  if (options.catalogue !== undefined) {
    const path = options.catalogue
    const [refused, dropped] = [createRefusals(), createRefusals()]
    const how = {
      ...text, refused, dropped, now, ...(market === undefined ? {} : { market }),
      ...(currency === undefined ? {} : { currency }),
    }
    catalogue = await look('catalogue', path, refused, dropped, () => readCatalogue(path, how), read => read.items.length)
  }
  for (const role of ['orders', 'events'] as const) {
    const path = options[role]
    if (path === undefined) continue
    const [refused, dropped] = [createRefusals(), createRefusals()]
    const read = (): Promise<CountedIds> => countIds(role, path, { ...text, refused, dropped, latest: now + 864e5 })
    const found = await look(role, path, refused, dropped, read, ids => ids.taken)
    if (found) counted[role] = found
  }
  const matches = catalogue ? matchesOf(catalogue, counted) : []
  for (const { role, rows, matched } of matches) {
    const input = inputs.find(known => known.role === role)!
    if (rows > 0 && matched === 0) {
      input.problem = new InputError(
        `not one ${role === 'orders' ? 'order line' : 'event'} names an item of the catalogue`,
        'use the same ids in both files, or pass --map item_id=COLUMN', { file: input.path },
      )
    }
  }
  const unknown = await findUnknownColumn(options)
  const mapped = inputs.find(({ role }) => role === unknown?.role)
  if (mapped) mapped.problem ??= unknown!.error
  const refusal = inputs.find(input => input.problem)?.problem
  // An input that could not be read is not missing: what it would have held is not known.
  const isRead = inputs.every(({ role }) => role === 'catalogue' ? catalogue : counted[role])
  const missing = isRead ? whatIsMissing(catalogue?.items, counted.orders, counted.events) : []
  return { inputs, matches, missing, ...(refusal && { refusal }) }
}

function matchesOf({ items, otherIds }: Catalogue, counted: Partial<Record<'orders' | 'events', CountedIds>>): CheckedMatch[] {
  const itemIds = items.map(item => item.itemId)
  const known = new Set([...itemIds, ...otherIds.keys()])
  const groupIds = new Map(items.filter(item => item.groupId !== item.itemId).map(item => [item.groupId, item.itemId]))
  return (['orders', 'events'] as const).flatMap(role => {
    const ids = counted[role]
    if (!ids) return []
    const unmatched = [...ids.rowsOf].filter(([id]) => !known.has(id)).sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    const lost = unmatched.reduce((sum, [, rows]) => sum + rows, 0)
    return [{
      role, rows: ids.taken, matched: ids.taken - lost,
      unmatched: unmatched.slice(0, listedIds).map(([id, rows]) => ({ id, rows })),
      guesses: guessWhy(new Map(unmatched), { itemIds: [...known], groupIds }),
    }]
  })
}
