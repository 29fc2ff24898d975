/** What an element asks: ids of segments with spaces between; null where the attribute is missing. */
export interface WhenAsked {
  segment: string | null
  not: string | null
}

/** Shown to who is in any of `segment` (to all where it is missing) and in none of `not`: as the sheet of the stub says it in CSS. */
export function isShown({ segment, not }: WhenAsked, ids: ReadonlySet<string>): boolean {
  const names = (text: string): boolean => text.split(/\s+/).some(id => ids.has(id))
  return (segment === null || names(segment)) && !(not !== null && names(not))
}
