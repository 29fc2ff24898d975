import type { VNode } from 'preact'
import type { Order, Shipment } from '@shopside/engine'
import { zonedMoment } from '../format/whenWords.ts'
import { readZonedTime } from '../format/zonedTime.ts'
import { t } from '../messages/t.ts'
import { safeUrl } from '../safeUrl.ts'
import { Contents, type Thing } from './Contents.tsx'
import { CopyButton } from './CopyButton.tsx'
import type { OrderContext } from './orderView.ts'
import { arrivalWords, asksShop, changeWords, pickupWords, silenceOf, troubleOf } from './parcelNotes.ts'
import { parcelSteps } from './parcelSteps.ts'

interface ParcelProps {
  context: OrderContext
  shipment: Shipment
  order: Order | undefined
  /** "1 of 2"; undefined for a single parcel. */
  place: { index: number; count: number } | undefined
  isNew: boolean
}

/** One parcel, answering in this order: when, where it is, what is in it, what can be done. */
export function Parcel(props: ParcelProps): VNode {
  const { context, shipment, order, place, isNew } = props
  const { locale } = context
  const now = context.now()
  const trouble = troubleOf(shipment)
  const silence = silenceOf(shipment, now, locale)
  const change = changeWords(shipment, now, locale)
  const pickup = pickupWords(shipment, now, locale)
  // A late parcel with a new day has one sentence, not two: the day.
  const alert = change !== undefined && shipment.status === 'delayed' ? change : trouble
  const askAt = asksShop(shipment) || silence?.isLong ? context.contactUrl : ''
  const things: readonly Thing[] = shipment.items?.map(item => ({ ...pricedAs(order, item.item_id), ...item })) ?? (place ? [] : order?.items ?? [])
  return (
    <article class="parcel" part="parcel">
      {shipment.direction === 'return' && <p class="muted">{t('order.return')}</p>}
      <h3 class="when" part="when">{arrivalWords(shipment, now, locale, place)}</h3>
      {change && change !== alert && <p part="change">{change}</p>}
      {alert && <p class="alert" part="alert">{alert}</p>}
      {pickup && <p>{pickup}</p>}
      {silence && <p>{silence.words}</p>}
      {shipment.status !== 'cancelled' && <Steps context={context} shipment={shipment} isNew={isNew} />}
      <Contents context={context} things={things} currency={order?.currency} />
      <Action shipment={shipment} askAt={askAt} />
      <Carrier context={context} shipment={shipment} isFollowed={askAt === '' && alert !== undefined} />
      <History context={context} shipment={shipment} />
    </article>
  )
}

function Steps(props: { context: OrderContext; shipment: Shipment; isNew: boolean }): VNode {
  const { context, shipment, isNew } = props
  const steps = parcelSteps(shipment, context.stepNames)
  const newest = steps.filter(step => step.state !== 'ahead').length - 1
  return (
    <ol class="steps" part="steps" role="list" aria-label={t('order.steps')}>
      {steps.map((step, index) => (
        <li key={step.phase} class={step.state} {...(index === newest && { 'aria-current': 'step' as const })}>
          <span>{step.label}</span>{isNew && index === newest && <>{' '}<b class="new">{t('order.new')}</b></>}
        </li>
      ))}
    </ol>
  )
}

/** The one thing to do when all is not well: ask the shop, or follow the parcel at the carrier. */
function Action(props: { shipment: Shipment; askAt: string }): VNode | null {
  const { shipment, askAt } = props
  if (askAt !== '') return <p><a class="button primary" part="button" href={askAt}>{t('order.ask-shop')}</a></p>
  const follow = safeUrl(shipment.tracking_url)
  if (!follow || troubleOf(shipment) === undefined) return null
  return <p><a class="button primary" part="button" href={follow} rel="noreferrer" referrerpolicy="no-referrer">{followWords(shipment)}</a></p>
}

/** Number and carrier, small. The link is left out where it already stands as the action. */
function Carrier(props: { context: OrderContext; shipment: Shipment; isFollowed: boolean }): VNode | null {
  const { context, shipment, isFollowed } = props
  const follow = isFollowed ? undefined : safeUrl(shipment.tracking_url)
  const number = shipment.tracking_number
  if (!follow && !number) return null
  return (
    <p class="carrier muted" part="carrier">
      {follow && <a class="button quiet" href={follow} rel="noreferrer" referrerpolicy="no-referrer">{followWords(shipment)}</a>}
      {number && <span>{t('order.number', { number })}</span>}
      {number && <CopyButton text={number} timers={context.timers} />}
    </p>
  )
}

function followWords({ carrier }: Shipment): string {
  return t('order.track', { carrier: carrier?.name ?? carrier?.code ?? t('order.carrier') })
}

function History(props: { context: OrderContext; shipment: Shipment }): VNode | null {
  const { context, shipment } = props
  const { events } = shipment
  if (events.length === 0) return null
  return (
    <details part="history">
      <summary>{t('order.updates', { count: events.length })}</summary>
      <ol class="history" role="list">
        {[...events].reverse().map((event, place) => (
          <li key={place}>
            <span class="muted">{[zonedMoment(readZonedTime(event.at)!, context.now(), context.locale), event.location].filter(Boolean).join(' · ')}</span>
            <bdi>{event.message?.trim() || t(`status.${event.status}`)}</bdi>
          </li>
        ))}
      </ol>
    </details>
  )
}

function pricedAs(order: Order | undefined, itemId: string): { price?: number } {
  const price = order?.items.find(item => item.item_id === itemId)?.price
  return price === undefined ? {} : { price }
}
