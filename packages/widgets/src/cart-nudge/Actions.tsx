import type { VNode } from 'preact'
import { t } from '../messages/t.ts'
import { addedCount } from '../parts/addedCount.ts'
import { addItems } from '../parts/addItems.ts'
import { promotionId, type Nudge } from './nudge.ts'
import { useSignalValue } from '../parts/useSignalValue.ts'

/** One button (the basket, or what is missing in it put back) and "Not now". */
export function Actions(props: { nudge: Nudge }): VNode {
  const { nudge } = props
  const { client, cartUrl } = nudge
  const { restorable } = nudge.decision
  const step = useSignalValue(nudge.step)
  const select = (): void => {
    void client.shop.track('select_promotion', { promotion_id: promotionId })
  }
  const restore = async (): Promise<void> => {
    if (nudge.step.value === 'busy') return
    nudge.step.value = 'busy'
    select()
    const source = { widget: 'cart-nudge', placement: promotionId }
    const outcome = await addItems(client, nudge.host, restorable, source, nudge.currency)
    nudge.step.value = outcome === 'added' ? 'restored' : 'failed'
    nudge.words.value = outcome === 'added'
      ? `${t('nudge.restored')} ${t('nudge.dot', { count: addedCount(client, restorable) })}` : t('nudge.failed')
  }
  const dismiss = (): void => {
    void client.shop.track('dismiss_promotion', { promotion_id: promotionId })
    nudge.close('dismissed')
  }
  const goesBack = restorable.length > 0 && nudge.canAdd && step !== 'restored'
  return (
    <div class="acts">
      {goesBack
        ? (
          <button type="button" class="primary" part="button" aria-busy={step === 'busy'} onClick={() => void restore()}>
            {t('nudge.restore', { count: restorable.length })}
          </button>
        )
        : cartUrl !== '' && <a class="button primary" part="button" href={cartUrl} onClick={select}>{t('nudge.go')}</a>}
      {step === 'restored'
        ? <button type="button" class="quiet" part="close" onClick={
          () => nudge.close('put back and closed')
        }>{t('close')}</button>
        : <button type="button" class="quiet" part="dismiss" onClick={dismiss}>{t('nudge.later')}</button>}
      {step === 'failed' && <p class="muted">{t('nudge.failed')}</p>}
    </div>
  )
}
