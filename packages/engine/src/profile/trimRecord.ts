/** Deletes the oldest entries of a record until `max` are left; equal times by key, so that every device drops the same. */
export function trimRecord<Value>(record: Record<string, Value>, max: number, timeOf: (value: Value) => number): void {
  const entries = Object.entries(record)
  if (entries.length <= max) return
  const timed = entries.map(([key, value]) => ({ key, at: timeOf(value) }))
  timed.sort((a, b) => a.at - b.at || (a.key < b.key ? -1 : 1))
  for (const { key } of timed.slice(0, timed.length - max)) delete record[key]
}
