import type { Item } from '@shopside/engine'
import type { AddToCartDetail, Client } from '@shopside/browser'

/** How an add ended, in what a button can say. */
export type AddOutcome = 'added' | 'failed' | 'sold-out'

/**
 * Asks the shop to put `items` into the basket, and tells the log where the wish came from once the shop has said yes
 * (the log counts one report per item and click, whoever else reports it). Never rejects: whatever goes wrong is "failed".
 */
export async function addItems(
  client: Client, host: Element, items: Item[], source: AddToCartDetail['source'], currency: string | undefined,
): Promise<AddOutcome> {
  try {
    const result = await client.requestAdd(host, items, source)
    if (result.ok) {
      const { placement, strategy } = source
      void client.shop.track('add_to_cart', {
        items, shopside_placement: placement, ...(currency !== undefined && { currency }),
        ...(strategy !== undefined && { shopside_strategy: strategy }),
      })
      return 'added'
    }
    return /sold.?out|out.?of.?stock|unavailable/i.test(result.message ?? '') ? 'sold-out' : 'failed'
  } catch {
    // The shop's own code threw: for the shopper that is a failed add like any other.
    return 'failed'
  }
}
