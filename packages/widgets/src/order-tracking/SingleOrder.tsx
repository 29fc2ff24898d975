import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import { t } from '../messages/t.ts'
import { Live } from '../parts/Live.tsx'
import { focusOn } from './focusOn.ts'
import { OrderCard } from './OrderCard.tsx'
import type { OrderContext, OrderModel } from './orderView.ts'

/** The page of one order. */
export function SingleOrder(props: { context: OrderContext; model: OrderModel }): VNode {
  const { context, model } = props
  const [isHidden, setHidden] = useState(false)
  if (isHidden) return <p class="line" tabIndex={-1} ref={focusOn}>{t('order.hidden')}</p>
  return (
    <section class="orders" part="root" aria-labelledby="heading">
      <h2 id="heading" class="muted" part="heading">{t('order.heading', { id: model.id })}</h2>
      <OrderCard context={context} model={model} />
      {model.order && <context.Hide context={context} id={model.id} onHide={() => setHidden(true)} />}
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
