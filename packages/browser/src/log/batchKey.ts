/** Digits of a time in base 36: nine reach the year 5188. */
const timeDigits = 9
const counterDigits = 5

/**
 * Key of a batch (`logKey.ts` says of all). `at` is epoch ms and never goes back within a tab; `counter` counts the tab's batches
 * from 1.
 */
export function batchKey(at: number, tab: string, counter: number): string {
  const time = Math.max(0, Math.floor(at)).toString(36).padStart(timeDigits, '0')
  return `e${time}-${tab}-${counter.toString(36).padStart(counterDigits, '0')}`
}
