import type { Format } from './read/format.ts'

/** Which inputs are read, and how. Paths are relative to the working folder. */
export interface InputOptions {
  /** Without it the items are those that occur, with their id for a title. */
  catalogue?: string
  orders?: string
  events?: string
  /** @default 'utf-8' */
  encoding?: string
  /** Field → column name, where a header uses a name of its own. */
  named?: ReadonlyMap<string, string>
  /** Overrule what files are recognised as. */
  formats?: readonly Format[]
  /** Items of this market, and of none, alone. */
  market?: string
  /** ISO 4217, for prices that name none. */
  currency?: string
  /** Epoch ms; a later row is refused (a day of grace for time zones). @default Date.now() */
  now?: number
}
