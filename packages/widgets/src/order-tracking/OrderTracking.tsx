import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import type { Order } from '@shopside/engine'
import { calendarDaysAgo, onDay } from '../format/day.ts'
import { money } from '../format/money.ts'
import { t } from '../messages/t.ts'
import { Live } from '../parts/Live.tsx'
import { Picture } from '../parts/Picture.tsx'
import { OrderCard } from './OrderCard.tsx'
import type { OrderContext, OrderModel } from './orderView.ts'

/** The page of one order. */
export function SingleOrder(props: { context: OrderContext; model: OrderModel }): VNode {
  const { context, model } = props
  const [isHidden, setHidden] = useState(false)
  if (isHidden) return <p class="line">{t('order.hidden')}</p>
  return (
    <section class="orders" part="root" aria-labelledby="heading">
      <h2 id="heading" class="muted" part="heading">{t('order.heading', { id: model.id })}</h2>
      <OrderCard context={context} model={model} />
      {model.order && <HideButton context={context} id={model.id} onHide={() => setHidden(true)} />}
      <Live words={context.words} />
    </section>
  )
}

/** An order that neither this browser nor the shop's endpoint knows: the shop's own look-up, and whatever it wrote inside. */
export function UnknownOrder(props: { context: OrderContext }): VNode {
  const { lookUpUrl } = props.context
  return (
    <>
      <p class="line" part="root">
        <span>{t('order.unknown')}</span>
        {lookUpUrl !== '' && <a class="button" href={lookUpUrl}>{t('order.look-up')}</a>}
      </p>
      <slot />
    </>
  )
}

/** The orders of this browser, newest first; on request only, if the shop wants it so. */
export function OrderList(props: {
  context: OrderContext
  orders: readonly Order[]
  asksFirst: boolean
  open: (order: Order) => OrderModel
}): VNode {
  const { context, orders, asksFirst, open } = props
  const [isShown, setShown] = useState(!asksFirst)
  return (
    <section class="orders" part="root" aria-labelledby="heading">
      <h2 id="heading" part="heading">{t('orders.heading')}</h2>
      {isShown
        ? (
          <ul class="list" part="list" role="list">
            {orders.map(order => <li key={order.id} class="entry"><Entry context={context} order={order} open={open} /></li>)}
          </ul>
        )
        : <button type="button" onClick={() => setShown(true)}>{t('orders.ask', { count: orders.length })}</button>}
      <Live words={context.words} />
    </section>
  )
}

function Entry(props: { context: OrderContext; order: Order; open: (order: Order) => OrderModel }): VNode {
  const { context, order, open } = props
  const [model, setModel] = useState<OrderModel>()
  const [isHidden, setHidden] = useState(false)
  if (isHidden) return <p class="line">{t('order.hidden')}</p>
  const { currency, value, items } = order
  const day = onDay(order.at, context.now(), context.locale)
  const total = context.showsPrices && currency && value !== undefined ? money(value, currency, context.locale) : undefined
  return (
    <>
      <h3>{t('orders.placed', { day })}</h3>
      <p class="muted">
        {[t('orders.things', { count: items.length }), total, calendarDaysAgo(order.at, context.now()) < 7 && t('order.heading', { id: order.id })]
          .filter(Boolean).join(' · ')}
      </p>
      {model ? <OrderCard context={context} model={model} /> : (
        <ul class="things" role="list">
          {items.slice(0, 4).map(item => (
            <li key={item.item_id}>
              <Picture src={item.image_url ?? context.client.product(item.item_id)?.imageUrl}
                title={item.item_name ?? context.client.product(item.item_id)?.title ?? item.item_id} />
            </li>
          ))}
        </ul>
      )}
      <div class="acts">
        {!model && <button type="button" class="primary" onClick={() => setModel(open(order))}>{t('orders.open')}</button>}
        <HideButton context={context} id={order.id} onHide={() => setHidden(true)} />
      </div>
    </>
  )
}

function HideButton(props: { context: OrderContext; id: string; onHide: () => void }): VNode {
  const { context, id, onHide } = props
  const hide = (): void => {
    void context.client.shop.track('hide_order', { transaction_id: id })
    onHide()
  }
  return <button type="button" class="quiet muted hide" part="hide" onClick={hide}>{t('order.hide')}</button>
}
