import { stripVTControlCharacters } from 'node:util'

/** The first line of an error's text, 300 characters of it, without its colours. */
export function firstLine(text: string): string {
  return stripVTControlCharacters(text).split('\n', 1)[0]!.slice(0, 300)
}
