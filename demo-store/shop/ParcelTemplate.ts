import type { Shipment } from 'shopside'

/** A moment after the order: minutes for the same day, else a working day (Monday to Saturday) and a time, GMT. */
export type ParcelTime = { afterMinutes: number } | { workday: number; time: string }

/** What is expected: a window on a working day after the order. */
export interface ParcelEta {
  workday: number
  from: string
  to: string
  /** Why it changed, as a fact. */
  reason?: string
}

/** One step of a parcel. */
export interface ParcelStep {
  at: ParcelTime
  status: Shipment['status']
  phase: Shipment['phase']
  message?: string
  location?: string
  /** From now on expected; the first one of a parcel is what was promised. */
  eta?: ParcelEta
}

/** One parcel of an order. */
export interface ParcelPlan {
  /** Ends the parcel's id and tracking number. */
  key: string
  carrier: string
  /** Which lines of the order it carries: all, the first half (rounded up), or the others. */
  lines: 'all' | 'first half' | 'second half'
  direction?: 'outbound' | 'return'
  pickup?: { type: 'locker' | 'counter' | 'store'; name: string; address: string; hours: string; untilWorkday: number }
  /** In order of time; before the first of them the parcel does not exist. */
  steps: ParcelStep[]
}

/** A file of `parcels/`: what happens to an order, in times relative to it. Simulated, and says so. */
export interface ParcelTemplate {
  /** What this file is about, for people. */
  about: string
  simulated: true
  parcels: ParcelPlan[]
}
