/** A whole number of an attribute within `least` and `most`; `fallback` when it is missing or no number. */
export function readWhole(element: Element, name: string, fallback: number, least: number, most: number): number {
  const text = element.getAttribute(name)
  const value = text === null || text.trim() === '' ? NaN : Number(text)
  return Number.isFinite(value) ? Math.min(most, Math.max(least, Math.round(value))) : fallback
}

/** One of a closed list of words; undefined for any other. Missing is `fallback`. */
export function readWord<Word extends string>(
  element: Element, name: string, words: readonly Word[], fallback: Word,
): Word | undefined {
  const text = element.getAttribute(name)?.trim().toLowerCase()
  return text ? words.find(word => word === text) : fallback
}

/** A boolean attribute: present, and not `"false"`. */
export function readFlag(element: Element, name: string): boolean {
  const text = element.getAttribute(name)
  return text !== null && text !== 'false'
}

/** An amount of money of 0 or more, written with a point; undefined when it is missing, null when it is no such number. */
export function readAmount(element: Element, name: string): number | undefined | null {
  const text = element.getAttribute(name)?.trim()
  if (!text) return undefined
  return /^\d+(\.\d+)?$/.test(text) ? Number(text) : null
}
