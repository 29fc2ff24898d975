import { ModelError } from './modelError.ts'
import type { ModelParts } from './modelParts.ts'
import { wellFormed } from './stringTable.ts'

/**
 * What the writer refuses to write because the reader would refuse to read it.
 * @throws ModelError with a sentence that names the item or list
 */
export function checkParts(parts: ModelParts): void {
  const { items, popular } = parts
  const size = items.length
  const known = new Set<string>()
  for (const { itemId } of items) {
    if (!itemId || known.has(itemId) || itemId.length > 1000 || wellFormed(itemId) !== itemId) {
      refuse(`id ${JSON.stringify(itemId)}`)
    }
    known.add(itemId)
  }
  for (const name of ['viewed', 'boughtWith', 'boughtAfterView', 'boughtAfter', 'similar', 'reorder', 'afterDays', 'season'] as const) {
    const list = parts[name]
    const rows = list === undefined ? size : 'mass' in list ? list.mass.length : list.length
    if (rows !== size) refuse(`${name} has ${rows} rows for ${size} items`)
  }
  const whole = popular.length === size && new Set(popular).size === size && popular.every(inside)
  if (!whole) refuse('popular is not an order of all items')
  for (const name of ['newest', 'trending'] as const) {
    const list = parts[name] ?? []
    if (new Set(list).size !== list.length || !list.every(inside)) refuse(name)
  }
  if (!(Number.isInteger(parts.popularKnown) && parts.popularKnown >= 0 && parts.popularKnown <= size)) refuse('popularKnown')

  const { params, asOf, currency } = parts
  const { next } = params
  const counts = [
    params.viewHalfLifeDays, ...params.gapDays, params.newWithinDays,
    params.habitNeighbours, params.habitPopular, params.basketDecay, next.reminder, next.times,
  ]
  if (params.gapDays.length !== 4 || [...counts, asOf].some(number => !(number >= 0 && number <= 864e13))) {
    refuse('params or asOf')
  }
  if (!(next.items >= 1 && next.items <= 50 && next.decay > 0 && next.decay <= 864e13)) refuse('next.items or next.decay')
  if ([next.twoHop, next.current, params.orderDecay].some(share => !(share >= 0 && share <= 1))) refuse('a share in params')
  if (currency !== undefined && !/^[A-Z]{3}$/.test(currency)) refuse(`currency ${currency}`)

  function inside(index: number): boolean {
    return Number.isInteger(index) && index >= 0 && index < size
  }
}

function refuse(why: string): never {
  throw new ModelError('broken', why)
}
