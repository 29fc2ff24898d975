import { dueFactor } from '../../predict/dueFactor.ts'
import { placeRows } from '../placeRows.ts'
import type { RankContext } from '../rankContext.ts'
import type { Recommendation } from '../recommendation.ts'
import { createShelf } from '../shelf.ts'

const dayMs = 86_400_000

/**
 * What others came back for after what the latest order holds; an item speaks louder once its usual time to come back is there.
 * An order that was hidden does not speak, nor what is not for this shopper. Needs a model of orders and an own order.
 */
export function afterPurchase(context: RankContext): Recommendation[] {
  const { model, board, input: { profile, now, notForMe } } = context
  const shelf = createShelf(context)
  const order = [...profile?.orders ?? []].reverse().find(({ hidden }) => !hidden)
  if (!order) return []
  const days = (now - order.at) / dayMs
  const ids = order.items.map(item => item.item_id)
  const indices = ids.filter(id => !notForMe?.has(id) && !Object.hasOwn(profile!.notForMe, id)).map(board.indexOf).filter(
    index => index >= 0,
  )
  placeRows(context, shelf, 'after-purchase', model.boughtAfter, indices, index => {
    const { itemId, title } = model.product(index)
    return { kind: 'ordered-item', itemId, title, lastAt: order.at }
  }, place => {
    const after = model.afterDays(indices[place]!)
    // Unknown: as if just bought.
    return dueFactor(after > 0 ? days : 0, after || 1)
  })
  return shelf.cards
}
