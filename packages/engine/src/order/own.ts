/** A plain object from outside. */
export type Foreign = Record<string, unknown>

/** True for an object that is no array. */
export function isRecord(value: unknown): value is Foreign {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/**
 * A field of the object itself: a page may have added to Object.prototype. undefined where there is no such field, or no object.
 */
export function own(value: unknown, name: string): unknown {
  return isRecord(value) && Object.hasOwn(value, name) ? value[name] : undefined
}
