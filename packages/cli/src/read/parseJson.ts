/** A text in quotes, or a whole number that may be too long; `0.1234567890123456` and `1e20` are none. */
const textOrNumber = /"[^"\\]*(?:\\.[^"\\]*)*"|(?<![\d.eE+-])-?[1-9]\d{15,}(?![\d.eE])/gs

/**
 * `JSON.parse` that keeps every digit: a whole number beyond 2^53 is given as its text. Ids of many systems are so long, and two of
 * them would be one number.
 *
 * @throws SyntaxError as `JSON.parse`
 */
export function parseJson(text: string): unknown {
  if (!/\d{16}/.test(text)) return JSON.parse(text)
  const kept = text.replace(textOrNumber, found =>
    found.startsWith('"') || Number.isSafeInteger(Number(found)) ? found : `"${found}"`)
  try {
    return JSON.parse(kept)
  } catch {
    // The place of the fault is told in the text as it stands.
    return JSON.parse(text)
  }
}
