import type { Place } from '../inputError.ts'
import { InputError } from '../inputError.ts'
import type { InputRole } from './columns.ts'
import type { CustomerKey } from './customerKey.ts'
import { createCustomerKey } from './customerKey.ts'
import type { Format, Recognised } from './format.ts'
import { recognise } from './format.ts'
import type { LeftOut, LeftOutCount } from './leftOut.ts'
import { listInputs } from './listInputs.ts'
import type { TextOptions } from './readText.ts'
import type { Refusals } from './refusals.ts'
import type { FileKind } from './sniffFile.ts'

/** How to read the files of one role. */
export interface InputsOptions extends TextOptions {
  /** Rows that are left out. */
  refused: Refusals
  /** `--map`: field → column name. */
  named?: ReadonlyMap<string, string>
  /** `--format`: overrules what is recognised. */
  formats?: readonly Format[]
}

/** What a path held, beside its rows. */
export interface InputsRead {
  /** Data rows of all files, broken ones and those that are left out included. */
  rows: number
  /** Rows that rightly count for nothing, by reason: a draft, a cancelled order, another kind of event. */
  leftOut: LeftOut[]
  /** The files and what they were recognised as. */
  files: { path: string; recognised: Recognised }[]
}

/** What the reader of a format is told. */
export interface InputSource {
  path: string
  kind: FileKind
  text: TextOptions
  /** `--map`: field → column name. */
  named: ReadonlyMap<string, string>
  /** One for all files of the path. */
  customer: CustomerKey
}

/** Takes what a reader finds. Each call is one row of the file: an item, a line of an order, one item of an event. */
export interface RowSink<Row> {
  row(row: Row): void
  /** A row that cannot be read. */
  broken(reason: string, remedy: string, place: Place, value: string): void
  /** A row that rightly counts for nothing. `reason` is printed with its count. */
  leftOut(reason: string): void
}

/** Reads a file of one format. */
export type ReadFormat<Row> = (source: InputSource, sink: RowSink<Row>) => Promise<void>

/** The reader of each format of a role; `generic` for any table whose columns are found by name. */
export type FormatReaders<Row> = Partial<Record<Format, ReadFormat<Row>>> & { generic: ReadFormat<Row> }

/** What is read, and who takes it. */
export interface Inputs<Row> {
  path: string
  role: InputRole
  options: InputsOptions
  readers: FormatReaders<Row>
  /** Takes the rows that a reader leaves out; the taker of rows may add to it. */
  leftOut: LeftOutCount
  onRow: (row: Row) => void
}

/**
 * Reads what a path names, one row at a time: a file, a folder, or a pattern. `onProgress` counts the bytes of one file at a
 * time.
 *
 * @throws InputError when a file cannot be read, a required column is missing or there is no row
 */
export async function readInputs<Row>(
  { path, role, options, readers, leftOut, onRow }: Inputs<Row>,
): Promise<Pick<InputsRead, 'rows' | 'files'>> {
  const { refused, named = new Map<string, string>() } = options
  const files: InputsRead['files'] = []
  let rows = 0
  const sink: RowSink<Row> = {
    row(row) {
      rows++
      onRow(row)
    },
    broken(reason, remedy, place, value) {
      rows++
      refused.add(reason, remedy, place, value)
    },
    leftOut(reason) {
      rows++
      leftOut.add(reason)
    },
  }
  let customer: CustomerKey | undefined
  for (const file of listInputs(path)) {
    const recognised = await recognise(file, role, options)
    files.push({ path: file, recognised })
    const read = readers[recognised.format] ?? readers.generic
    customer ??= await createCustomerKey(file)
    await read({ path: file, kind: recognised.kind, text: options, named, customer }, sink)
  }
  if (rows === 0) throw new InputError('has a header and no rows', 'export it again, with its rows', { file: path, line: 1 })
  return { rows, files }
}
