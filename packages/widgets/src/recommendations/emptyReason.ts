import type { Client } from '@shopside/browser'
import type { WidgetState } from '../element.ts'
import type { RowRequest } from './readRequest.ts'

/** The state of a row that has nothing to show, and why, with the remedy. */
export function emptyReason({ shop }: Client, request: RowRequest): [state: WidgetState, reason: string] {
  const { model } = shop.status()
  if (shop.consent.state.value.personalize === 'denied') {
    return ['off', 'personalize is denied, and this page alone gives too little to show']
  }
  if (model.state === 'failed') {
    return ['error', `the model could not be read (${model.reason ?? 'unknown'}): check data-model and run \`shopside build\``]
  }
  return ['empty', missing(request, model.state === 'none')]
}

function missing({ strategy, layout, min, wanted }: RowRequest, hasNoModel: boolean): string {
  const needsItem = [
    'similar', 'bought-together', 'also-viewed', 'also-bought', 'upsell',
  ].includes(strategy) || layout === 'bundle'
  if (needsItem && wanted.itemId === undefined) return 'attribute item is missing: set item="SKU" or call track("view_item")'
  if (hasNoModel) return 'no model is loaded: set data-model to the folder that `shopside build` wrote'
  return `fewer than ${min} products for strategy "${strategy}": lower min, or choose another strategy`
}
