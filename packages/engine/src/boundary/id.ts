/** Longest id kept. A longer one is no id: cutting it could make two items one. */
const maxIdLength = 128

/**
 * An id from outside: compared byte by byte, case and Unicode form kept.
 * Numbers are written out (0 and "0" are one id). Empty, too long or any other type: undefined.
 */
export function toId(value: unknown): string | undefined {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? String(value) : undefined
  if (typeof value !== 'string') return undefined
  const id = value.trim()
  return id !== '' && id.length <= maxIdLength ? id : undefined
}
