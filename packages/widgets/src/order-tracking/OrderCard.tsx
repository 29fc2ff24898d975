import type { VNode } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { ownClock } from '../format/whenWords.ts'
import { t } from '../messages/t.ts'
import { useSignalValue } from '../parts/useSignalValue.ts'
import { arrivalWords, newestAt } from './arrivalWords.ts'
import { Contents } from './Contents.tsx'
import { notYetSent, type OrderContext, type OrderModel } from './orderView.ts'
import { Parcel } from './Parcel.tsx'

/** A delivered parcel closes to one line after a day. */
const closesAfterMs = 86_400_000

/** One order: its parcels, what is not yet sent, how old the news is. */
export function OrderCard(props: { context: OrderContext; model: OrderModel }): VNode {
  const { context, model } = props
  const [isOpen, setOpen] = useState(false)
  const news = useSignalValue(model.news)
  const now = context.now()
  const shipments = news.status?.shipments ?? []
  // Painted: what is new is read out, once, and is not new any more at the next visit.
  useEffect(() => {
    const unread = shipments.filter(({ id }) => news.unread.has(id))
    if (unread.length > 0) {
      context.words.value = t('order.new-spoken', { status: unread.map(({ status }) => t(`status.${status}`)).join(', ') })
    }
    model.seen()
  }, [news])
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
  const time = news.at === undefined ? undefined : ownClock(news.at, now, context.locale)
  return (
    <>
      {time && news.trouble && <p class="age" part="age">{
        t(news.trouble === 'offline' ? 'order.offline' : 'order.stale', { time })
      }</p>}
      {shipments.some(shipment => shipment.simulated) && <p class="muted simulated" part="simulated">{t('order.simulated')}</p>}
      {shipments.length === 0 && <JustOrdered context={context} model={model} />}
      {shipments.map((shipment, index) => (
        <Parcel key={shipment.id} context={context} shipment={shipment} order={model.order} isNew={
          news.fresh.has(shipment.id)
        } takesFocus={isOpen && index === 0}
          place={shipments.length > 1 ? { index: index + 1, count: shipments.length } : undefined} />
      ))}
      {waiting.length > 0 && (
        <article class="parcel">
          <h3 class="when">{t('order.not-sent')}</h3>
          <Contents context={context} things={waiting} currency={model.order?.currency} />
        </article>
      )}
      {time && !news.trouble && shipments.some(
        shipment => !shipment.ended,
      ) && <p class="muted" part="age">{t('order.as-of', { time })}</p>}
    </>
  )
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
