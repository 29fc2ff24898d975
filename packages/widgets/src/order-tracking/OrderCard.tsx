import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import { ownClock } from '../format/whenWords.ts'
import { t } from '../messages/t.ts'
import { Contents } from './Contents.tsx'
import { notYetSent, type OrderContext, type OrderModel, type OrderNews } from './orderView.ts'
import { Parcel } from './Parcel.tsx'
import { arrivalWords, newestAt } from './parcelNotes.ts'
import { useSignalValue } from '../parts/useSignalValue.ts'

/** A delivered parcel closes to one line after a day (`reference/widgets.md`, order tracking). */
const closesAfterMs = 86_400_000

/** One order: its parcels, what is not yet sent, how old the news is. */
export function OrderCard(props: { context: OrderContext; model: OrderModel }): VNode {
  const { context, model } = props
  const [isOpen, setOpen] = useState(false)
  const news = useSignalValue(model.news)
  const now = context.now()
  const shipments = news.status?.shipments ?? []
  const isOver = shipments.length > 0 && shipments.every(shipment =>
    shipment.phase === 'done' && now - (newestAt(shipment) ?? now) > closesAfterMs)
  if (isOver && !isOpen) {
    // An order is delivered when the last of its parcels is; what went back to the shop later does not change that.
    const outbound = shipments.filter(({ direction }) => direction !== 'return')
    const last = (outbound.length > 0 ? outbound : shipments)
      .reduce((latest, shipment) => (newestAt(shipment) ?? 0) > (newestAt(latest) ?? 0) ? shipment : latest)
    return (
      <p class="line">
        <span>{arrivalWords(last, now, context.locale)}</span>
        <button type="button" class="quiet" onClick={() => setOpen(true)}>{t('order.show-details')}</button>
      </p>
    )
  }
  const waiting = notYetSent(model.order, shipments)
  return (
    <>
      <Age news={news} context={context} />
      {shipments.some(shipment => shipment.simulated) && <p class="muted simulated" part="simulated">{t('order.simulated')}</p>}
      {shipments.length === 0 && <JustOrdered context={context} model={model} />}
      {shipments.map((shipment, index) => (
        <Parcel key={shipment.id} context={context} shipment={shipment} order={model.order} isNew={news.fresh.has(shipment.id)}
          place={shipments.length > 1 ? { index: index + 1, count: shipments.length } : undefined} />
      ))}
      {waiting.length > 0 && (
        <article class="parcel">
          <h3 class="when">{t('order.not-sent')}</h3>
          <Contents context={context} things={waiting} currency={model.order?.currency} />
        </article>
      )}
    </>
  )
}

function Age(props: { context: OrderContext; news: OrderNews }): VNode | null {
  const { context, news } = props
  if (news.staleAt === undefined) return null
  const time = ownClock(news.staleAt, context.now(), context.locale)
  return <p class="age" part="age">{t(news.isOffline ? 'order.offline' : 'order.stale', { time })}</p>
}

function JustOrdered(props: { context: OrderContext; model: OrderModel }): VNode {
  const { context, model } = props
  const { order } = model
  const isFirstDay = order === undefined || context.now() - order.at < closesAfterMs
  return (
    <article class="parcel">
      <h3 class="when" part="when">{t('order.just-ordered')}</h3>
      {isFirstDay && <p>{t('order.first-news')}</p>}
      {order && <Contents context={context} things={order.items} currency={order.currency} />}
    </article>
  )
}
