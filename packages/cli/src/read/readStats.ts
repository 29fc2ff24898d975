import type { PurchaseStats } from '@shopside/engine'
import type { Place } from '../inputError.ts'
import { InputError, quoteValue } from '../inputError.ts'
import { findColumns } from './columns.ts'
import { readTable } from './readTable.ts'
import type { TextOptions } from './readText.ts'
import { sniffFile } from './sniffFile.ts'

/** A row of a table of customers, as the papers write them. */
export interface StatsRow {
  /** Empty: the table has no ids. */
  id: string
  stats: PurchaseStats
}

type Field = 'id' | 'x' | 't_x' | 'T' | 'm'

/** Header names of a table of customers, by field. */
export const statsAliases: Readonly<Record<Field, readonly string[]>> = {
  id: ['id', 'customerid', 'customer'], x: ['x', 'frequency', 'repeats'], t_x: ['tx', 'recency', 'lastweeks'],
  T: ['t', 'age', 'ageweeks'], m: ['m', 'zbar', 'monetaryvalue', 'meanspend'],
}

/**
 * Reads customers as `x` (purchase days after the first), `t_x` and `T` (weeks from the first to the last and until now) and, if
 * known, `m` (mean value of the x purchases).
 *
 * @throws InputError at the first row that cannot be
 */
export async function readStats(
  path: string, named: ReadonlyMap<string, string>, options: TextOptions, onRow: (row: StatsRow) => void,
): Promise<void> {
  let columns: Record<Field, number> | undefined
  let rows = 0
  await readTable(path, await sniffFile(path, options.encoding), options, {
    header(names) {
      columns = findColumns<Field>(names, statsAliases, ['x', 't_x', 'T'], named, 'orders', path)
      return Object.values(columns).filter(at => at >= 0)
    },
    row(cells, place) {
      rows++
      const at = columns!
      const read = (field: Field): number => {
        const text = at[field] < 0 ? '' : cells[at[field]]!.trim()
        const value = text === '' && field === 'm' ? 0 : /^\d*\.?\d+(e[+-]?\d+)?$/i.test(text) ? Number(text) : NaN
        if (value <= 1e9) return value
        throw new InputError(`${quoteValue(text)} is no ${field}`, 'write a number from 0 on', place(at[field]))
      }
      const [repeats, lastWeeks, ageWeeks, meanSpend] = [read('x'), read('t_x'), read('T'), read('m')]
      const refuse = (field: Field, problem: string, remedy: string): never => {
        throw new InputError(problem, remedy, place(at[field]))
      }
      if (!Number.isInteger(repeats)) refuse('x', `x ${repeats} is no whole number`, 'count purchase days after the first')
      if (lastWeeks > ageWeeks) {
        refuse('t_x', `t_x ${lastWeeks} is beyond T ${ageWeeks}`, 'give both in weeks from the first purchase')
      }
      if (repeats === 0 && lastWeeks > 0) refuse('t_x', `t_x ${lastWeeks} without a repeat (x 0)`, 'write 0, or count the repeat')
      onRow({
        id: at.id < 0 ? '' : cells[at.id]!.trim(),
        stats: { repeats, lastWeeks, ageWeeks, ...(repeats > 0 && meanSpend > 0 && { meanSpend }) },
      })
    },
    broken(reason: string, remedy: string, place: Place) {
      throw new InputError(reason, remedy, place)
    },
  })
  if (rows === 0) throw new InputError('has a header and no rows', 'give a row a customer', { file: path, line: 1 })
}
