import { randomInt } from 'node:crypto'

/** Words that stand for a person, made anew for each run: whichever byte of them is seen outside came from here. */
export interface Canaries {
  name: string
  email: string
  phone: string
  orderId: string
  searchTerm: string
  street: string
}

const letters = 'bcdfghjklmnpqrstvwxz'

function word(length: number): string {
  return Array.from({ length }, () => letters[randomInt(letters.length)]).join('')
}

function digits(length: number): string {
  return Array.from({ length }, (_, place) => (place === 0 ? 1 + randomInt(9) : randomInt(10))).join('')
}

/** Canaries of always the same lengths, so that no two runs differ in what fits into a field. */
export function makeCanaries(): Canaries {
  return {
    name: `Q${word(9)}`,
    email: `${word(10)}@${word(10)}.example`,
    phone: `+44 77${digits(8)}`,
    orderId: `ORD-${digits(10)}`,
    searchTerm: `${word(7)} ${word(8)}`,
    street: `${word(12)} street`,
  }
}

/**
 * Every way in which a leak may spell a canary: plain, percent-encoded, as a form encodes it, hex, base64 at the three offsets
 * (also URL-safe), backwards. Lower case throughout: compare with a lower-cased text. Base64 stands beside in its own case.
 */
export function spellings(canary: string): { folded: string[]; exact: string[] } {
  const bytes = Buffer.from(canary, 'utf8')
  const folded = [
    canary, encodeURIComponent(canary), canary.replaceAll(' ', '+'), bytes.toString('hex'), [...canary].reverse().join(''),
    [...bytes].map(byte => `%${byte.toString(16).padStart(2, '0')}`).join(''),
  ].map(text => text.toLowerCase())
  const exact = [0, 1, 2].flatMap(offset => {
    // The first and last letters of a base64 text depend on their neighbours: only the middle is the canary's own.
    const text = Buffer.concat([Buffer.alloc(offset), bytes]).toString('base64').replaceAll('=', '')
    const own = text.slice(Math.ceil(offset * 8 / 6), Math.floor((offset + bytes.length) * 8 / 6))
    return [own, own.replaceAll('+', '-').replaceAll('/', '_')]
  })
  return { folded: [...new Set(folded)], exact: [...new Set(exact)] }
}

/** A function that names the canaries in a text, by field. */
export function canaryFinder(canaries: Canaries): (text: string) => string[] {
  const parts = Object.entries(canaries).map(([field, canary]) => ({ field, ...spellings(canary as string) }))
  return text => {
    const lower = text.toLowerCase()
    return parts
      .filter(({ folded, exact }) => folded.some(
        spelling => lower.includes(spelling),
      ) || exact.some(spelling => text.includes(spelling)))
      .map(({ field }) => field)
  }
}
