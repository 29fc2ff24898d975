/** Where in a file something is wrong. `line` and `column` count from 1; a column is a character, not a cell. */
export interface Place {
  file: string
  line?: number
  column?: number
}

/** What the input did wrong and what to do about it: printed as `file:line:column: problem` and a second line with the remedy. */
export class InputError extends Error {
  readonly place: Place | undefined
  readonly remedy: string

  constructor(problem: string, remedy: string, place?: Place, cause?: unknown) {
    super(problem, cause === undefined ? {} : { cause })
    this.name = 'InputError'
    this.place = place
    this.remedy = remedy
  }
}

/** `orders.csv.gz:12:7`, as far as it is known. */
export function formatPlace({ file, line, column }: Place): string {
  return [file, line, column].filter(part => part !== undefined).join(':')
}

/** `value` as an error message shows it: quoted, at most 60 characters, blanks and control characters visible. */
export function quoteValue(value: string): string {
  return JSON.stringify(value.length > 60 ? `${value.slice(0, 60)}…` : value)
}
