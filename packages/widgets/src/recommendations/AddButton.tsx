import type { VNode } from 'preact'
import { useEffect } from 'preact/hooks'
import type { Recommendation } from '@shopside/engine'
import { t } from '../messages/t.ts'
import { addedCount } from '../parts/addedCount.ts'
import { addItems } from '../parts/addItems.ts'
import { itemOf, type Row } from './row.ts'

export type AddButtonState = 'idle' | 'busy' | 'added' | 'failed' | 'sold-out'

/** "Added" goes back to "Add" after this (`reference/widgets.md`, motion). */
const addedForMs = 2000

interface AddButtonProps {
  row: Row
  recommendation: Recommendation
  /** Given: the label says how many ("Add 72"). */
  quantity?: number
  state: AddButtonState
  onState: (state: AddButtonState) => void
}

/** Asks the shop for one product. Busy, not disabled, until it answers; then says what happened. */
export function AddButton(props: AddButtonProps): VNode {
  const { row, recommendation, quantity, state, onState } = props
  const { title } = recommendation.item
  useEffect(() => (state === 'added' ? row.timers.after(addedForMs, () => onState('idle')) : undefined), [state])

  const add = async (): Promise<void> => {
    if (state === 'busy' || state === 'sold-out') return
    onState('busy')
    const items = [itemOf(row, recommendation, quantity ?? 1)]
    const source = { widget: 'recommendations', placement: row.placement, strategy: row.strategy }
    const outcome = await addItems(row.client, row.host, items, source, recommendation.item.currency)
    onState(outcome)
    row.words.value = outcome === 'added'
      ? t('card.added-spoken', { title, count: addedCount(row.client, items) })
      : t(`card.${outcome}`)
  }
  const values = { title, count: quantity ?? 1 }
  const isReady = state === 'idle' || state === 'busy' || state === 'failed'
  const label = isReady ? t(quantity === undefined ? 'card.add' : 'card.add-count', values) : t(`card.${state}`)
  return (
    <button type="button" class="primary" part="add" aria-busy={state === 'busy'} aria-disabled={state === 'sold-out'}
      aria-label={isReady ? t(quantity === undefined ? 'card.add-title' : 'card.add-count-title', values) : undefined}
      onClick={() => void add()}><span key={label} class="label">{label}</span></button>
  )
}
