import { defaultParams } from '../model/defaultParams.ts'
import { emptyRelation } from '../model/emptyRelation.ts'
import type { Model } from '../model/model.ts'

const never = (): never => {
  throw new RangeError('shopside: no such item')
}

const none = emptyRelation(0)

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
  price: never,
  group: never,
  twins: never,
  kind: never,
  motif: never,
  category: never,
  market: never,
  marketOf: () => -1,
  viewed: none,
  boughtWith: none,
  boughtAfterView: none,
  boughtAfter: none,
  afterDays: never,
  similar: none,
  trending: new Uint32Array(),
  seasonLift: never,
  popular: new Uint32Array(),
  popularKnown: 0,
  newest: new Uint32Array(),
  popularRank: never,
  reorder: never,
  params: defaultParams,
}
