/** C0 and C1 controls but not the space; a line break inside a title becomes one space with its neighbours. */
const controls = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g

/**
 * Text from outside as a plain string: never parsed, never decoded.
 *
 * @param value strings are kept, finite numbers are written out, everything else is refused
 * @param maxLength in code points; a longer text is cut between two letters as people see them and ends in an ellipsis. @default
 * 200
 * @returns undefined when nothing but white space is left
 */
export function toText(value: unknown, maxLength = 200): string | undefined {
  if (typeof value === 'number' && Number.isFinite(value)) return String(value)
  if (typeof value !== 'string') return undefined
  // Cut by code units first: a 300,000 letter title must not be spread into an array.
  const text = value.slice(0, maxLength * 4).replace(controls, ' ').trim()
  if (text === '') return undefined
  if (text.length <= maxLength) return text
  const points = Array.from(text)
  if (points.length <= maxLength) return text
  const { length } = points.slice(0, maxLength - 1).join('')
  // Back to where the letter begins that the cut falls into; a text of one endless letter is cut inside it.
  return text.slice(0, new Intl.Segmenter().segment(text).containing(length)!.index || length) + '…'
}
