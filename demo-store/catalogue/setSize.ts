/** Numbers written before the things they count: `6 Ribbons`, `72 Sweetheart …`, `12 Pencils`. */
const leadingCount = /^(\d{1,3}) (?!tier\b|hook\b|drawer\b|egg\b|wick\b|message\b|colour\b|piece\b|frame\b|door\b)[a-z]/i

/**
 * How many the item holds.
 *
 * @param title as set by `toTitle`
 * @returns a whole number from 2; `undefined` when the title gives no count
 */
export function toSetSize(title: string): number | undefined {
  const text = title.replace(/\bpair of\b/i, 'set of 2')
  const match =
    /\b(?:set|pack|box|tub|bundle|bag|string) of (\d{1,3})\b/i.exec(text) ??
    /\b(\d{1,3}) piece\b/i.exec(text) ??
    /\b(\d{1,3}) pieces\b/i.exec(text) ??
    leadingCount.exec(text)
  const count = Number(match?.[1])
  return count >= 2 ? count : undefined
}
