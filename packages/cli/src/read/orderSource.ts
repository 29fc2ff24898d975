import type { Place } from '../inputError.ts'
import type { CustomerKey } from './customerKey.ts'
import type { RawLine } from './lineCheck.ts'
import type { TextOptions } from './readText.ts'
import type { FileKind } from './sniffFile.ts'

/** What the readers of orders are told. */
export interface OrderSource {
  path: string
  kind: FileKind
  text: TextOptions
  /** `--map`: field → column name. */
  named: ReadonlyMap<string, string>
  customer: CustomerKey
}

/** Takes what a reader finds among orders. Each call is one row of the file (one line of an order). */
export interface OrderSink {
  line(raw: RawLine): void
  broken(reason: string, remedy: string, place: Place, value: string): void
  /** A line that is rightly not counted: a cancelled order. `reason` is printed with its count. */
  leftOut(reason: string): void
}
