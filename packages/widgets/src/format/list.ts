import { wordLocale } from './wordLocale.ts'

/** "red, green and blue". */
export function list(words: readonly string[], locale: string): string {
  return new Intl.ListFormat(wordLocale(locale)).format(words)
}
