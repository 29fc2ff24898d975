import type { StoreNorms } from '@shopside/engine'

/**
 * The norms file: JSON of what may be public. Counts of customers do not leave the shop: of those who bought again only the first
 * digit, and no likelihood, from which they could be told.
 */
export function normsText(norms: StoreNorms): string {
  const { cltv, ...rest } = norms
  if (!cltv) return `${JSON.stringify(rest)}\n`
  const { logLikelihood, repeatBuyers, ...model } = cltv
  const size = 10 ** Math.floor(Math.log10(Math.max(1, repeatBuyers)))
  return `${JSON.stringify({ ...rest, cltv: { ...model, repeatBuyers: Math.floor(repeatBuyers / size) * size } })}\n`
}
