import type { Place } from '../inputError.ts'

/** What becomes of a table: called in the file's order. */
export interface TableHandler {
  /** Column names, once, before any row. Returns the columns that will be looked at; no other is kept. */
  header(names: string[]): number[]
  /** One row. `place(cell)` says where a cell starts. */
  row(cells: string[], place: (cell: number) => Place): void
  /** A row that cannot be read at all. `value` says how, without the row's text: it may hold somebody's name. */
  broken(reason: string, remedy: string, place: Place, value: string): void
}
