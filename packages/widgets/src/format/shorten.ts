/**
 * A text of at most `room` letters (code points): cut at a word where one ends in the last third, with an ellipsis.
 *
 * @param room letters, the ellipsis included; at least 2 are kept
 */
export function shorten(text: string, room: number): string {
  const letters = [...text]
  if (letters.length <= room) return text
  const kept = letters.slice(0, Math.max(1, room - 1)).join('')
  const lastSpace = kept.lastIndexOf(' ')
  const wordEnds = letters[kept.length] === ' ' || lastSpace < kept.length * 0.66
  return `${(wordEnds ? kept : kept.slice(0, lastSpace)).trimEnd()}…`
}
