import type { OwnRecord } from './ownRecord.ts'

/** Ticks a task of the panel's "Try this"; once is enough. */
export function tick(record: OwnRecord, task: string): void {
  if (record.get().tried.includes(task)) return
  record.change(now => ({ ...now, tried: [...now.tried, task] }))
}
