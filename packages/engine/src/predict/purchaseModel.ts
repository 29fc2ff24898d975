import type { CltvNorms } from '../norms/storeNorms.ts'

/**
 * A purchase model's four parameters. While active, a customer orders at a rate drawn from Gamma(shape `r`, rate `alpha`, in
 * weeks); after an order they leave with a probability drawn from Beta(`a`, `b`). BG/NBD (Fader, Hardie, Lee 2005, Marketing
 * Science 24:275-284): after each repeat order. MBG/NBD (Batislam, Denizel, Filiztekin 2007, IJRM 24:201-209): after the first
 * one as well.
 */
export type PurchaseModel = Pick<CltvNorms, 'model' | 'r' | 'alpha' | 'a' | 'b'>

/**
 * A customer as both models see one (x, t_x, T and m of the papers). Orders of one store-local day are one purchase.
 */
export interface PurchaseStats {
  /** Purchase days after the first: x. */
  repeats: number
  /** Weeks from the first purchase to the last; 0 without a repeat: t_x. A week is 7 days, not rounded. */
  lastWeeks: number
  /** Weeks from the first purchase until now: T, at least t_x. */
  ageWeeks: number
  /** Mean value of the repeat purchases, the first one left out: m. Absent without a repeat, or when one has no value. */
  meanSpend?: number
}
