const dayMs = 864e5

/** When and what to let go of (DESIGN 5). */
export interface Caps {
  /** Batches of their own before they are folded together. */
  batches: number
  /** Raw events kept. */
  events: number
  /** Age of a raw event. */
  ageMs: number
  /** Size of all raw events, as JSON letters: within a tenth of what the database takes. */
  bytes: number
}

export const defaultCaps: Caps = { batches: 200, events: 5000, ageMs: 90 * dayMs, bytes: 2e6 }

/** Half of what is kept: for a browser whose storage is full. */
export const halfCaps: Caps = { batches: 1, events: 2500, ageMs: 90 * dayMs, bytes: 1e6 }

/**
 * Thirteen months: the age at which the base lets go of an aggregate (CNIL's limit for audience measurement, as months of 30.44
 * days).
 */
export const retireAfterMs: number = Math.round(13 * 30.44) * dayMs
