import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import type { Recommendation } from '@shopside/engine'
import { lastTime, reasonLine } from '../format/reasonWords.tsx'
import { t } from '../messages/t.ts'
import { linkTo } from '../parts/linkTo.ts'
import { ColourDots } from '../parts/ColourDots.tsx'
import { Picture } from '../parts/Picture.tsx'
import { Price } from '../parts/Price.tsx'
import { AddButton, type AddButtonState } from './AddButton.tsx'
import { GoneCard } from './GoneCard.tsx'
import { itemOf, listParams, type Row } from './row.ts'
import { useSignalValue } from '../parts/useSignalValue.ts'

/** One recommendation: the whole card is a link, its buttons stand beside it. Folds in place and keeps its cell. */
export function Card(props: { row: Row; recommendation: Recommendation; tickBox?: VNode }): VNode {
  const { row, recommendation, tickBox } = props
  const { item, reason } = recommendation
  const again = reason.kind === 'buy-again' ? reason : undefined
  const [quantity, setQuantity] = useState(again?.lastQuantity ?? 1)
  const Again = row.parts.again?.View
  const [add, setAdd] = useState<AddButtonState>('idle')
  const fold = useSignalValue(row.folds).get(item.itemId)
  if (fold) return <GoneCard row={row} recommendation={recommendation} fold={fold} />

  const select = (): void => {
    void row.client.shop.track('select_item', { ...listParams(row), items: [itemOf(row, recommendation)] })
  }
  return (
    <>
      <a class="link" part="link" {...linkTo(item.url)} onClick={select} onAuxClick={select}>
        <Picture src={item.imageUrl} title={item.title} />
        <span class="title" part="title" aria-hidden="true"><bdi>{item.title}</bdi></span>
        <span class="facts">
          <Price product={item} now={row.now} locale={row.locale} maxAgeDays={row.priceMaxAgeDays} />
          <ColourDots own={item.colour} twins={recommendation.twins} locale={row.locale} />
        </span>
        {add !== 'failed' && <span class="reason muted" part="reason">{reasonLine(reason, row)}</span>}
      </a>
      {add === 'failed' && <a class="reason muted" {...linkTo(item.url)}>{t('card.failed')}</a>}
      {again && Again && (
        <Again title={item.title} quantity={quantity} lastLine={lastTime(again.lastAt, again.lastQuantity, row)}
          {...(row.canAdd && { onChange: setQuantity })} />
      )}
      <div class="acts">
        {tickBox ?? (row.canAdd && (
          <AddButton row={row} recommendation={recommendation} state={add} onState={setAdd}
            {...(again ? { quantity } : {})} />
        ))}
        <button type="button" class="quiet muted why" part="why" aria-haspopup="dialog"
          aria-label={t('card.why-title', { title: item.title })}
          onClick={event => row.openWhy({ recommendation, anchor: event.currentTarget })}>{t('card.why')}</button>
      </div>
    </>
  )
}
