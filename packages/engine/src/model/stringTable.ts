/** Distinct strings, numbered from 1 in order of first appearance. */
export interface StringTable {
  readonly strings: readonly string[]
  /** @throws TypeError when the string was not among those the table was made of */
  code(string: string): number
}

/** A table of all the strings there are; undefined ones are left out. */
export function createStringTable(values: readonly (string | undefined)[]): StringTable {
  const codes = new Map<string, number>()
  for (const value of values) {
    if (value !== undefined && !codes.has(wellFormed(value))) codes.set(wellFormed(value), codes.size + 1)
  }
  return {
    strings: [...codes.keys()],
    code(string) {
      const code = codes.get(wellFormed(string))
      if (code === undefined) throw new TypeError(`no such string: ${string}`)
      return code
    },
  }
}

const loneSurrogate = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

/** `text` as UTF-8 can hold it: half characters (lone surrogates) become U+FFFD. */
export function wellFormed(text: string): string {
  return text.replace(loneSurrogate, '\ufffd')
}
