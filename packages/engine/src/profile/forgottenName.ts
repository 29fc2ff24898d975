import { hashId } from './hashId.ts'

/** Digits stand as capitals: a filter for telephone numbers must never find one in a hash. */
const capitals = 'ABCDEFGHIJ'
const form = /^~[A-Ja-z]{1,8}\.[A-Ja-z]{1,8}$/

/**
 * How what was forgotten is named afterwards: `~` and its 64-bit hash. It can be recognised when it is said again, and not read.
 * (Who can guess the name can check the guess: a hash of a short word hides it from eyes, not from a dictionary.)
 */
export function forgottenName(name: string): string {
  return `~${hashId(name).replace(/\d/g, digit => capitals[Number(digit)]!)}`
}

/** The hash of `hashId` inside a forgotten name; undefined for any other text. */
export function readForgottenName(text: string): string | undefined {
  return form.test(text) ? text.slice(1).replace(/[A-J]/g, capital => String(capitals.indexOf(capital))) : undefined
}

/** Tells whether something is meant by one of these names, plain or forgotten. */
export function isNamedBy(said: Iterable<string>): (name: string) => boolean {
  const names = new Set(said)
  const hasForgotten = [...names].some(name => name.startsWith('~'))
  return name => names.has(name) || (hasForgotten && names.has(forgottenName(name)))
}
