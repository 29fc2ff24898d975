import { ModelError } from './modelError.ts'
import type { ModelParts } from './modelParts.ts'
import { wellFormed } from './stringTable.ts'

/**
 * What the writer refuses to write because the reader would refuse to read it.
 * @throws ModelError with a sentence that names the item or list
 */
export function checkParts(parts: ModelParts): void {
  const { items, popular, newest } = parts
  const size = items.length
  let before = ''
  for (const { itemId } of items) {
    if (itemId <= before || itemId.length > 1000 || wellFormed(itemId) !== itemId) refuse(`id ${JSON.stringify(itemId)}`)
    before = itemId
  }
  for (const [name, list] of [
    ['boughtWith', parts.boughtWith], ['similar', parts.similar], ['reorder', parts.reorder],
  ] as const) {
    if (list.length !== size) refuse(`${name} has ${list.length} rows for ${size} items`)
  }
  const whole = popular.length === size && new Set(popular).size === size && popular.every(inside)
  if (!whole) refuse('popular is not an order of all items')
  if (new Set(newest).size !== newest.length || !newest.every(inside)) refuse('newest')
  if (!(Number.isInteger(parts.popularKnown) && parts.popularKnown >= 0 && parts.popularKnown <= size)) refuse('popularKnown')

  const { params, asOf, currency } = parts
  const days = [
    params.viewHalfLifeDays, ...params.gapDays, params.bulkUnitsPerLine, params.frequentPurchaseDays, params.newWithinDays,
  ]
  if (params.gapDays.length !== 4 || [...days, asOf].some(number => !(number >= 0 && number <= 864e13))) refuse('params or asOf')
  if ([params.next.twoHop, params.orderDecay].some(share => !(share >= 0 && share <= 1))) refuse('twoHop or orderDecay')
  if (currency !== undefined && !/^[A-Z]{3}$/.test(currency)) refuse(`currency ${currency}`)

  function inside(index: number): boolean {
    return Number.isInteger(index) && index >= 0 && index < size
  }
}

function refuse(why: string): never {
  throw new ModelError('broken', why)
}
