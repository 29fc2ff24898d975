import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import { reasonFact } from '../format/reasonFact.ts'
import { t } from '../messages/t.ts'
import { Sheet } from '../parts/Sheet.tsx'
import { itemOf, setFold, type OpenWhy, type Row } from './row.ts'

/** "Why this": up to three facts in order of weight, and what the shopper can say back. */
export function WhyPopover(props: { row: Row; open: OpenWhy }): VNode {
  const { row, open } = props
  const { recommendation, anchor } = open
  const [noted, setNoted] = useState(false)
  const { item, reason, reasons } = recommendation
  const facts = reasons.length > 0 ? reasons : [reason]
  const items = [itemOf(row, recommendation)]

  const moreLike = (): void => {
    setNoted(true)
    void row.client.shop.track('more_like_this', { items })
  }
  const notForMe = (event: MouseEvent): void => {
    // Closed before the card folds: closing gives the focus back, folding then moves it to "Undo".
    ;(event.currentTarget as Element).closest('dialog')?.close()
    setFold(row, item.itemId, 'not-for-me')
    void row.client.shop.track('not_for_me', { items })
  }
  return (
    <Sheet anchor={anchor} label={t('card.why-title', { title: item.title })} onClose={() => {
      if (row.why.value === open) row.why.value = undefined
    }}>
      <ul class="why-facts" role="list">
        {facts.slice(0, 3).map((fact, place) => <li key={place}>{reasonFact(fact, row)}</li>)}
      </ul>
      <button type="button" aria-disabled={noted} onClick={moreLike}>{t(noted ? 'why.more-done' : 'why.more')}</button>
      <button type="button" onClick={notForMe}>{t('why.not-for-me')}</button>
      {row.privacyUrl !== '' && <a class="button quiet" href={row.privacyUrl}>{t('why.remembered')}</a>}
    </Sheet>
  )
}
