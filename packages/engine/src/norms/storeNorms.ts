import type { EpochMs } from '../event.ts'
import type { SegmentSpec } from '../segments/rule.ts'

/**
 * What a shopper is judged by: figures of the whole store that `shopside build` (and `shopside fit`) learn from all orders, and the
 * segments that the shop wrote. A file of its own beside the model (`norms.<hash>.json`, plain JSON, public), loaded only where
 * somebody asks about the shopper. Every part may be missing: `defaultNorms` stands in, and what cannot be told then is not told.
 * No part comes from fewer than 20 customers; figures carry three digits. How many customers and orders there are is not in it.
 */
export interface StoreNorms {
  format: 'shopside-norms'
  version: 1
  /** Time of the newest order that training saw. */
  asOf: EpochMs
  /** ISO 4217; money below is in it. */
  currency?: string
  /** IANA name; store-local days and months are counted in it. @default 'UTC' */
  timeZone?: string
  lifecycle?: LifecycleNorms
  cltv?: CltvNorms
  tastes?: TasteNorms
  /** By category name: what an item of it is like. The name `''` stands for all items together. */
  categories?: Record<string, CategoryNorms>
  /** Share of orders by hour 0-23 (store-local) and by weekday 0 = Sunday: the prior of a shopper's habits. */
  hours?: number[]
  weekdays?: number[]
  /** Index of orders a day by month, 0 = January, 1 = as usual; `years` under 2 says that it is a guess. */
  season?: { months: number[]; years: number }
  /** The shop's own segments, checked when the file was built. At most 200 rules, 20 kB. */
  segments?: SegmentSpec[]
}

/** Cuts are type-7 quantiles over customers. Days are 24 hours. */
export interface LifecycleNorms {
  /** Quantiles of days between two purchase days of one customer: G50, G75, G90, G95. */
  gapDays: [number, number, number, number]
  /** Quantiles of RFM at 20, 40, 60, 80 %: days since the last purchase, purchase days, all spend (absent without prices). */
  recencyCuts: [number, number, number, number]
  frequencyCuts: [number, number, number, number]
  moneyCuts?: [number, number, number, number]
  /** 95 % quantile of units per order line, and of an order's value. */
  bulkUnitsPerLine: number
  bulkOrderValue?: number
  /** 80 % quantile of expected value over 52 weeks, by the fitted models: high value. */
  valueCut?: number
}

/** Parameters of the purchase and spend models, in weeks and the store's currency. */
export interface CltvNorms {
  model: 'mbg-nbd' | 'bg-nbd'
  r: number
  alpha: number
  a: number
  b: number
  /** Gamma-Gamma p, q, gamma; absent: spend is not predicted. */
  spend?: { p: number; q: number; gamma: number }
  /** Weeks that value is told for, and the yearly discount rate. @default 52 and 0.1 */
  horizonWeeks: number
  annualRate: number
  /** Share of revenue that is margin; 1 when the shop says nothing: then value is revenue. */
  margin: number
  /** Actual over predicted orders at the last holdout; absent: never compared. */
  calibration?: number
  /** True: fewer than 100 customers bought again, and the parameters are the prior alone. */
  priorOnly: boolean
  repeatBuyers: number
  logLikelihood?: number
  /** Time of the newest order in the fit: older than 60 days scores nobody. */
  fittedTo: EpochMs
}

/** Shares over all orders of the store: the baseline that a shopper's taste is compared with. */
export interface TasteNorms {
  /** Share of order lines bought below the list price. */
  discounted?: number
  /** By attribute (`category`, `kind`, `brand`, `colour`, or any declared label) and value: its share of order lines, largest first, at most 50 values each. */
  shares: Record<string, Record<string, number>>
}

/** Figures of one category. Natural logarithms. */
export interface CategoryNorms {
  /** Mean and standard deviation of ln(price) over order lines. */
  lnPriceMean?: number
  lnPriceSd?: number
  /** Mean and standard deviation of ln(days between two purchases of one item by one customer), and the share of customers who buy one again. */
  lnGapMean?: number
  lnGapSd?: number
  again?: number
  /** Median units of an order line. */
  units?: number
}
