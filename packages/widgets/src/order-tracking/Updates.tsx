import type { VNode } from 'preact'
import type { Shipment } from '@shopside/engine'
import { t } from '../messages/t.ts'
import type { OrderContext } from './orderView.ts'

/** All that was ever said of a parcel, newest first: facts with a time and a place. */
export function Updates(props: { context: OrderContext; shipment: Shipment }): VNode {
  const { format } = props.context
  return (
    <ol class="history" role="list">
      {[...props.shipment.events].reverse().map((event, place) => (
        <li key={place}>
          <span class="muted">{[format.moment(format.readTime(event.at)!), event.location].filter(Boolean).join(' · ')}</span>
          <bdi>{event.message?.trim() || t(`status.${event.status}`)}</bdi>
        </li>
      ))}
    </ol>
  )
}
