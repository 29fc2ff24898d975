/** A kind of object and the words that give it away, matched against the lower-case title. */
export type KindRule = readonly [kind: string, words: RegExp]
