import type { VNode } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import type { Recommendation } from '@shopside/engine'
import { t } from '../messages/t.ts'
import { itemOf, setFold, type Fold, type Row } from './row.ts'

/** What is left of a folded card: one line, with "Undo" where the shopper can take it back. */
export function GoneCard(props: { row: Row; recommendation: Recommendation; fold: Fold }): VNode {
  const { row, recommendation, fold } = props
  const undoButton = useRef<HTMLButtonElement>(null)
  useLayoutEffect(() => {
    // The button that was pressed is gone: the focus goes on to the one that takes it back.
    if (row.why.value?.recommendation !== recommendation) return
    row.why.value = undefined
    undoButton.current?.focus()
  }, [])
  const undo = (): void => {
    setFold(row, recommendation.item.itemId, undefined)
    void row.client.shop.track('not_for_me', { items: [itemOf(row, recommendation)], undone: true })
  }
  return (
    <p class="gone">
      {t(fold === 'ordered' ? 'card.ordered' : 'card.gone')}{' '}
      {fold.startsWith('not-for-me') && <button type="button" class="quiet" ref={undoButton} onClick={undo}>{t('undo')}</button>}
    </p>
  )
}
