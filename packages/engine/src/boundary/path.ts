/**
 * What a path may hold of a person: an e-mail address, a long number (an order, a customer, a telephone), a token (letters and
 * digits without a break, or a UUID).
 */
const personal = /[^/]*(?:@|%40)[^/]*|[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}|(?=[a-z]*\d)[a-z\d]{16,}|\d{7,}/gi

/** Longest path kept. */
const maxPathLength = 200

/** Where on the site something happened: the path alone, never query or hash, and `*` in the place of what may name a person. */
export function toPath(path: string): string {
  return path.slice(0, maxPathLength).replace(personal, '*')
}
