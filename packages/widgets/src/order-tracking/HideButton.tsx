import type { VNode } from 'preact'
import { t } from '../messages/t.ts'
import type { OrderContext } from './orderView.ts'

/** "Hide this order": on this device, from now on. */
export function HideButton(props: { context: OrderContext; id: string; onHide: () => void }): VNode {
  const { context, id, onHide } = props
  const hide = (): void => {
    context.hiddenHere.add(id)
    void context.client.shop.track('hide_order', { transaction_id: id })
    onHide()
  }
  return <button type="button" class="quiet muted hide" part="hide" onClick={hide}>{t('order.hide')}</button>
}
