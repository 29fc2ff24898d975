import type { HostileCase } from './corpus.ts'

// What the oracle expects, in its own words: nothing here is read from the code under test.

/** Longest title that is kept, in code points. */
export const longestTitle = 200

/** White space that nobody sees: controls and line separators are one space each run, none at the ends. */
export function visible(text: string): string {
  return [...text].map(letter => (/[\p{Cc}\u2028\u2029]/u.test(letter) ? '\0' : letter)).join('').replace(/\0+/g, ' ').trim()
}

/**
 * What is wrong with a title as it was kept or drawn; undefined when nothing is. `fallback`: what stands where there is no title.
 */
export function titleComplaint(
  { input, expect }: HostileCase, seen: string | undefined, fallback: string | undefined,
): string | undefined {
  const said = typeof input === 'string' ? visible(input) : typeof input === 'number' ? String(input) : ''
  if (expect.includes('drop-field') || said === '') {
    return seen === fallback ? undefined : `should be left out, is ${JSON.stringify(seen)}`
  }
  if ([...said].length <= longestTitle) return seen === said ? undefined : `should be literal, is ${JSON.stringify(seen)}`
  const isCut = seen !== undefined && [...seen].length <= longestTitle && seen.endsWith('…') && said.startsWith(seen.slice(0, -1))
  return isCut && isWholeLetters(said, seen.length - 1)
    ? undefined : `should be cut between two letters, is ${JSON.stringify(seen)?.slice(0, 80)}`
}

function isWholeLetters(text: string, length: number): boolean {
  return [...new Intl.Segmenter().segment(text.slice(0, 2 * longestTitle))].some(({ index }) => index === length)
}

/** What is wrong with an address as it was kept or drawn. */
export function addressComplaint({ input, expect }: HostileCase, seen: string | undefined, origin: string): string | undefined {
  if (expect.includes('drop-field')) return seen === undefined ? undefined : `should be left out, is ${seen}`
  if (seen === undefined) return 'is gone'
  const { origin: where, username, password, hash } = new URL(seen)
  if (where !== origin || username !== '' || password !== '') return `leads to ${seen}`
  if (/["'<>\s]/.test(seen.replaceAll("'", ''))) return `is not written out: ${seen}`
  if (expect.includes('redact') && (/jane|s3cr3t|abc/i.test(seen) || hash !== '')) return `still holds what is personal: ${seen}`
  return String(input).startsWith(new URL(seen).pathname.slice(0, 3)) ? undefined : `is another address: ${seen}`
}

/** What is wrong with a price as it was kept. */
export function priceComplaint({ input, expect }: HostileCase, seen: number | undefined): string | undefined {
  const wanted = expect.includes('drop-field') || typeof input !== 'number' ? undefined : input
  return seen === wanted ? undefined : `should be ${String(wanted)}, is ${String(seen)}`
}

/** The id that an item under this input has; undefined for one that is dropped. */
export function expectedId({ input, expect }: HostileCase): string | undefined {
  return expect.includes('drop') ? undefined : String(input).trim()
}
