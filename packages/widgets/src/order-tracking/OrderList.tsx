import type { FunctionComponent, VNode } from 'preact'
import { useState } from 'preact/hooks'
import type { Order } from '@shopside/engine'
import { calendarDaysAgo, onDay } from '../format/day.ts'
import { money } from '../format/money.ts'
import { t } from '../messages/t.ts'
import { Live } from '../parts/Live.tsx'
import { Picture } from '../parts/Picture.tsx'
import { focusOn } from './focusOn.ts'
import type { OrderContext, OrderModel } from './orderView.ts'

/** One of its orders as it is opened: the view comes with it. */
export interface OpenedOrder {
  Card: FunctionComponent<{ context: OrderContext; model: OrderModel }>
  model: OrderModel
}

export interface OrderListProps {
  context: OrderContext
  orders: readonly Order[]
  /** A shared device: titles are listed on request only. */
  asksFirst: boolean
  open: (order: Order) => Promise<OpenedOrder>
}

/** The orders of this browser, newest first; on request only, if the shop wants it so. */
export function OrderList(props: OrderListProps): VNode {
  const { context, orders, asksFirst } = props
  const [isShown, setShown] = useState(!asksFirst)
  return (
    <section class="orders" part="root" aria-labelledby="heading">
      <h2 id="heading" part="heading">{t('orders.heading')}</h2>
      {isShown
        ? (
          <ul class="list" part="list" role="list">
            {orders.map(order => <li key={order.id} class="entry"><Entry {...props} order={order} /></li>)}
          </ul>
        )
        : <button type="button" onClick={() => setShown(true)}>{t('orders.ask', { count: orders.length })}</button>}
      <Live words={context.words} />
    </section>
  )
}

function Entry(props: OrderListProps & { order: Order }): VNode {
  const { context, order, open } = props
  const [opened, setOpened] = useState<OpenedOrder>()
  const [isHidden, setHidden] = useState(false)
  if (isHidden) return <p class="line" tabIndex={-1} ref={focusOn}>{t('order.hidden')}</p>
  const { currency, value, items } = order
  const placed = t('orders.placed', { day: onDay(order.at, context.now(), context.locale) })
  const total = context.showsPrices && currency && value !== undefined ? money(value, currency, context.locale) : undefined
  return (
    <>
      {opened ? <h3 tabIndex={-1} ref={focusOn}>{placed}</h3> : <h3>{placed}</h3>}
      <p class="muted">
        {[
          t('orders.things', { count: items.length }), total,
          calendarDaysAgo(order.at, context.now()) < 7 && t('order.heading', { id: order.id }),
        ]
          .filter(Boolean).join(' · ')}
      </p>
      {opened ? <opened.Card context={context} model={opened.model} /> : (
        <ul class="things" role="list">
          {items.slice(0, 4).map(item => (
            <li key={item.item_id}>
              <Picture src={
                (Object.hasOwn(item, 'image_url') ? item.image_url : undefined) ?? context.client.product(item.item_id)?.imageUrl
              }
                title={item.item_name ?? context.client.product(item.item_id)?.title ?? item.item_id} />
            </li>
          ))}
        </ul>
      )}
      <div class="acts">
        {/* Its file could not be had: the button stays to be pressed again. */}
        {!opened && <button type="button" class="primary" onClick={
          () => void open(order).then(setOpened, () => {})
        }>{t('orders.open')}</button>}
        <context.Hide context={context} id={order.id} onHide={() => setHidden(true)} />
      </div>
    </>
  )
}
