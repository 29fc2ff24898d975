import type { Model } from '../model/model.ts'

const never = (): never => {
  throw new RangeError('shopside: no such item')
}

/** A catalogue without items: what is ranked by while there is no model. Its constants are the defaults of the CLI. */
export const noModel: Model = {
  version: '',
  asOf: 0,
  currency: undefined,
  size: 0,
  indexOf: () => -1,
  product: never,
  itemId: never,
  available: never,
  group: never,
  twins: never,
  kind: never,
  motif: never,
  category: never,
  boughtWith: never,
  similar: never,
  popular: new Uint32Array(),
  popularKnown: 0,
  newest: new Uint32Array(),
  popularRank: never,
  reorder: never,
  params: {
    viewHalfLifeDays: 30, twoHop: 0, orderDecay: 0.9, gapDays: [34, 90, 196, 279], bulkUnitsPerLine: 24, frequentPurchaseDays: 3,
    newWithinDays: 45,
  },
}
