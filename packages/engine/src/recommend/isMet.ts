import type { RankContext } from './rankContext.ts'
import type { Need } from './strategy.ts'

/** Tells whether a need of a strategy is met. */
export function isMet(need: Need, { model, request, input, lines, own }: RankContext): boolean {
  const itemId = request.itemId ?? input.page.item?.item_id
  switch (need) {
    case 'model': return model.size > 0
    case 'orders': return model.popularKnown > 0 || model.boughtWith.to.length > 0
    case 'visits': return model.viewed.to.length > 0 || model.boughtAfterView.to.length > 0
    case 'trends': return model.trending.length > 0
    case 'item': return itemId !== undefined
    case 'subject': return itemId !== undefined || lines.length > 0
    case 'basket': return lines.length > 0
    case 'item-ids': return (request.itemIds?.length ?? 0) > 0
    case 'free-shipping-from': return Number(request.freeShippingFrom) > 0
    case 'past': return input.profile !== undefined
    case 'own-views': return (input.profile?.viewed.length ?? 0) > 0
    case 'own-orders': return own.ordered.length > 0
  }
}
