import type { RowRequest } from './readRequest.ts'

/** Why a row has nothing to show, and the remedy. */
export function emptyReason({ strategy, layout, min, wanted }: RowRequest, hasNoModel: boolean): string {
  const needsItem = ['similar', 'bought-together', 'also-viewed', 'also-bought', 'upsell'].includes(strategy) || layout === 'bundle'
  if (needsItem && wanted.itemId === undefined) return 'attribute item is missing: set item="SKU" or call track("view_item")'
  if (hasNoModel) return 'no model is loaded: set data-model to the folder that `shopside build` wrote'
  return `fewer than ${min} products for strategy "${strategy}": lower min, or choose another strategy`
}
