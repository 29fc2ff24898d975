import type { VNode } from 'preact'
import type { Shipment } from '@shopside/engine'
import { t } from '../messages/t.ts'
import { safeUrl } from '../safeUrl.ts'
import type { OrderContext } from './orderView.ts'
import { changeWords, pickupWords, silenceOf, troubleOf } from './parcelNotes.ts'

interface NotesProps {
  context: OrderContext
  shipment: Shipment
  /** The shop can help more than the carrier. */
  asksShop: boolean
  /** Words of the link to the carrier. */
  follow: string
  title: VNode
  body: VNode
  /** Number and carrier; the link is left out where it already stands as the action. */
  carrier: (isFollowed: boolean) => VNode
}

/**
 * What else is to be said of a parcel: a changed day, what is wrong, where to fetch it, silence; and the one thing to do about
 * it.
 */
export function Notes(props: NotesProps): VNode {
  const { context, shipment, asksShop, follow, title, body } = props
  const { format } = context
  const trouble = troubleOf(shipment)
  const silence = silenceOf(shipment, context.now(), format)
  const change = changeWords(shipment, format)
  const pickup = pickupWords(shipment, format)
  // A late parcel with a new day has one sentence, not two: the day.
  const alert = change !== undefined && shipment.status === 'delayed' ? change : trouble
  const contact = asksShop || silence?.isLong ? context.contactUrl : ''
  const link = alert === undefined ? undefined : safeUrl(shipment.tracking_url)
  return (
    <>
      {shipment.direction === 'return' && <p class="muted">{t('order.return')}</p>}
      {title}
      {change && change !== alert && <p part="change">{change}</p>}
      {alert && <p class="alert" part="alert">{alert}</p>}
      {pickup && <p>{pickup}</p>}
      {silence && <p>{silence.words}</p>}
      {body}
      {contact !== ''
        ? <p><a class="button primary" part="button" href={contact}>{t('order.ask-shop')}</a></p>
        : link && <p><a class="button primary" part="button" href={link} rel="noreferrer" referrerpolicy="no-referrer">{follow}</a></p>}
      {props.carrier(contact === '' && alert !== undefined)}
    </>
  )
}
