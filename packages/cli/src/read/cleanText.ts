/**
 * `text` on one line: control characters and runs of blanks become one blank; at most `longest` characters, cut between
 * characters.
 */
export function cleanText(text: string, longest: number): string {
  const line = text.replace(/[\s\p{Cc}]+/gu, ' ').trim()
  return line.length <= longest ? line : [...line.slice(0, longest)].slice(0, -1).join('').trimEnd()
}

/**
 * An id as both files must write it: trimmed, else as it stands (`007`, `1e3` and `A b` are ids). Undefined: empty, over 200,
 * or with control characters.
 */
export function toId(text: string): string | undefined {
  const id = text.trim()
  return id === '' || id.length > 200 || /\p{Cc}|\p{Cs}/u.test(id) ? undefined : id
}
