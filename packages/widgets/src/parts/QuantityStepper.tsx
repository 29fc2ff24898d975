import type { VNode } from 'preact'
import { t } from '../messages/t.ts'

/** A quantity (whole, 1 to 9,999) with one fewer, one more, and a field to type in. */
export function QuantityStepper(props: { quantity: number; title: string; onChange: (quantity: number) => void }): VNode {
  const { quantity, title, onChange } = props
  const set = (next: number): void => {
    if (Number.isInteger(next) && next >= 1 && next <= 9999) onChange(next)
  }
  return (
    <div class="stepper" role="group" aria-label={`${t('quantity')}: ${title}`}>
      <button type="button" aria-label={t('fewer')} aria-disabled={quantity <= 1} onClick={() => set(quantity - 1)}>−</button>
      <input inputMode="numeric" aria-label={t('quantity')} value={quantity}
        onChange={event => {
          const field = event.currentTarget
          set(Number(field.value))
          field.value = String(quantity)
        }} />
      <button type="button" aria-label={t('more')} onClick={() => set(quantity + 1)}>+</button>
    </div>
  )
}
