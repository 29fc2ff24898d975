import type { EpochMs } from '../event.ts'

/**
 * What the models expect of this shopper, each number with its horizon beside it. A part is absent where it cannot be told: nothing
 * bought yet, no norms, a fit older than 60 days. Never shown to a shopper as a label; for the shop's page and for rules.
 */
export interface Predictions {
  /** Probability of no purchase within the horizon, [0, 1]. Never "alive": that says 1 of everybody who bought once. */
  churn?: { probability: number; horizonDays: number }
  /** Expected number of purchase days within the horizon. */
  orders?: { expected: number; horizonDays: number }
  /** Expected value within the horizon, discounted; major units. */
  value?: { amount: number; currency?: string; horizonDays: number; annualRate: number }
  /** True: the store is too young to learn from, and the numbers are a prior's. */
  priorOnly?: boolean
  /** Items that this shopper buys again, soonest first. */
  needs: Need[]
  priceSensitivity?: PriceSensitivity
  /** By category: how the shopper's prices stand among the category's. */
  priceTiers: Record<string, PriceTier>
  /** Likings beyond the store's own average, strongest first. */
  tastes: Taste[]
  /** The store's index of this month, 1 = as usual; `years` under 2: a guess. */
  season?: { index: number; years: number }
  /** Where at least 8 visits speak. Shares that sum to 1; hours by the device's clock. */
  habits?: { hours: number[]; weekdays: number[] }
}

/** When an item will be needed again. */
export interface Need {
  itemId: string
  /** Median of when the next purchase is due, from own gaps and the store's, scaled by quantity. */
  dueAt: EpochMs
  /** Probability of buying within the next 7 days, given not bought until now. */
  within7Days: number
}

/** Bought below list price: `share` shrunk towards the store's (kappa 5). `sensitive`: share >= 0.5 and 1.5 times the store's, of 3 and more. */
export interface PriceSensitivity {
  share: number
  storeShare: number
  purchases: number
  sensitive: boolean
}

export type PriceTier = 'budget' | 'middle' | 'premium'

/** A liking: `share` of this shopper's decayed weight, `lift` over the store's share. */
export interface Taste {
  attribute: string
  value: string
  share: number
  lift: number
  /** Acts it stands on, and distinct days of them that are still known. */
  events: number
  days: number
  /** First evidence that still counts. */
  since: EpochMs
  /** When it is no liking any more if nothing is done until then; only of a liking (`isLiking`). */
  until?: EpochMs
  /** Its share of all purchases, decayed, and the orders that held it; `since`: only of a favourite (`isFavourite`). */
  bought?: { share: number; orders: number; since?: EpochMs }
}
