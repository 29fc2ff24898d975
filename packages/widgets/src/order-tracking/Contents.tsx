import type { VNode } from 'preact'
import { money } from '../format/money.ts'
import { t } from '../messages/t.ts'
import { Picture } from '../parts/Picture.tsx'
import { safeUrl } from '../safeUrl.ts'
import type { OrderContext } from './orderView.ts'

/** A thing in a parcel: from the endpoint or from the order itself. Price in major units. */
export interface Thing {
  item_id: string
  item_name?: string
  quantity?: number
  image_url?: string
  price?: number
}

/** What is in it: pictures and quantities; prices only if the shop asks for them. */
export function Contents(props: { context: OrderContext; things: readonly Thing[]; currency: string | undefined }): VNode | null {
  const { context, things, currency } = props
  if (things.length === 0) return null
  return (
    <ul class="things" part="contents" role="list" aria-label={t('order.contents')}>
      {things.map(thing => {
        const product = context.client.product(thing.item_id)
        const title = thing.item_name ?? product?.title ?? thing.item_id
        const price = context.showsPrices
          && currency && thing.price !== undefined ? money(thing.price, currency, context.locale) : undefined
        return (
          <li key={thing.item_id}>
            <Picture src={safeUrl(thing.image_url) ?? product?.imageUrl} title={title} />
            <span class="muted">{
              (thing.quantity ?? 1) > 1 && `${thing.quantity} × `
            }<bdi>{title}</bdi>{price && ` ${price}`}</span>
          </li>
        )
      })}
    </ul>
  )
}
