import type { VNode } from 'preact'
import { freshPrice, type Priced } from '../format/freshPrice.ts'
import { t } from '../messages/t.ts'

/** Today's price, or "See price" when what is known is too old or in another currency. */
export function Price(props: { product: Priced; now: number; locale: string; maxAgeDays: number }): VNode {
  const { product, now, locale, maxAgeDays } = props
  return <span class="price" part="price">{freshPrice(product, now, locale, maxAgeDays) ?? t('card.see-price')}</span>
}
