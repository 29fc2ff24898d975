import type { VNode } from 'preact'
import type { Order, Shipment } from '@shopside/engine'
import { t } from '../messages/t.ts'
import { useSignalValue } from '../parts/useSignalValue.ts'
import { safeUrl } from '../safeUrl.ts'
import { arrivalWords, asksShop, isPlain, type PlaceOf } from './arrivalWords.ts'
import { Contents, type Thing } from './Contents.tsx'
import { CopyButton } from './CopyButton.tsx'
import { focusOn } from './focusOn.ts'
import type { OrderContext } from './orderView.ts'
import { parcelSteps } from './parcelSteps.ts'

interface ParcelProps {
  context: OrderContext
  shipment: Shipment
  order: Order | undefined
  /** "1 of 2"; undefined for a single parcel. */
  place: PlaceOf | undefined
  isNew: boolean
  /** It was opened by a button that is gone now. */
  takesFocus: boolean
}

/** One parcel, answering in this order: when, where it is, what is in it, what can be done. */
export function Parcel(props: ParcelProps): VNode {
  const { context, shipment, order, place, isNew, takesFocus } = props
  const now = context.now()
  const more = useSignalValue(context.more)
  const Notes = isPlain(shipment, now) ? undefined : more?.Notes
  const things: readonly Thing[] = shipment.items?.map(
    item => ({ ...pricedAs(order, item.item_id), ...item }),
  ) ?? (place ? [] : order?.items ?? [])
  const title = <h3 class="when" part="when" {...(takesFocus && { tabIndex: -1, ref: focusOn })}>{
    arrivalWords(shipment, now, context.locale, place)
  }</h3>
  const body = (
    <>
      {!endsElsewhere(shipment) && <Steps context={context} shipment={shipment} isNew={isNew} />}
      <Contents context={context} things={things} currency={order?.currency} />
    </>
  )
  const carrier = (isFollowed: boolean): VNode => <Carrier context={context} shipment={shipment} isFollowed={isFollowed} />
  return (
    <article class="parcel" part="parcel">
      {Notes
        ? <Notes context={context} shipment={shipment} asksShop={asksShop(shipment)} follow={followWords(shipment)} title={title} body={body} carrier={carrier} />
        : <>{title}{body}{carrier(false)}</>}
      <History context={context} shipment={shipment} />
    </article>
  )
}

/** Cancelled, or back at the shop: it is at none of the steps to the shopper, and will not be. */
function endsElsewhere({ status, direction }: Shipment): boolean {
  return status === 'cancelled' || (status === 'returned' && direction !== 'return')
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

/** Number and carrier, small. */
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
  const more = useSignalValue(context.more)
  const count = shipment.events.length
  if (count === 0) return null
  // Its file is fetched when it is opened; one that cannot be had leaves it empty, to be opened again.
  return (
    <details part="history" onToggle={() => void context.loadMore().catch(() => {})}>
      <summary>{t('order.updates', { count })}</summary>
      {more && <more.Updates context={context} shipment={shipment} />}
    </details>
  )
}

function pricedAs(order: Order | undefined, itemId: string): { price?: number } {
  const price = order?.items.find(item => item.item_id === itemId)?.price
  return price === undefined ? {} : { price }
}
