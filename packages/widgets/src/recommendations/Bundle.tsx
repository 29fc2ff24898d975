import type { VNode } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import type { Recommendation } from '@shopside/engine'
import { hasFreshPrice } from '../format/freshPrice.ts'
import { money, sumMoney } from '../format/money.ts'
import { t } from '../messages/t.ts'
import { addedCount } from '../parts/addedCount.ts'
import { addItems } from '../parts/addItems.ts'
import { Picture } from '../parts/Picture.tsx'
import { Price } from '../parts/Price.tsx'
import type { AddButtonState } from './AddButton.tsx'
import { Card } from './Card.tsx'
import { itemOf, type Row } from './row.ts'
import { useSignalValue } from '../parts/useSignalValue.ts'

const addedForMs = 2000

/** This item and two or three that go with it: ticks, a total that follows them, and one button for all. */
export function Bundle(props: { row: Row }): VNode {
  const { row } = props
  const all = [row.subject!, ...row.cards]
  const folds = useSignalValue(row.folds)
  const unticked = useSignalValue(row.unticked)
  const ticked = all.filter(({ item }) => item.available && !folds.has(item.itemId) && !unticked.has(item.itemId))
  return (
    <>
      <ul class="list" part="list" role="list">
        {all.map(entry => {
          const tickBox = <Tick row={row} entry={entry} />
          return (
            <li key={entry.item.itemId} part="card" class="card" data-index={
              entry === row.subject ? undefined : row.cards.indexOf(entry)
            }>
              {entry === row.subject ? <Subject row={row} tickBox={tickBox} />
                : <Card row={row} recommendation={entry} tickBox={tickBox} />}
            </li>
          )
        })}
      </ul>
      {row.canAdd && <AddAll row={row} ticked={ticked} />}
    </>
  )
}

/** The item this page is about: no link to itself, no reason. */
function Subject(props: { row: Row; tickBox: VNode }): VNode {
  const { row, tickBox } = props
  const { item } = row.subject!
  return (
    <>
      <div class="link">
        <Picture src={item.imageUrl} title={item.title} />
        <span class="title" part="title" aria-hidden="true"><bdi>{item.title}</bdi></span>
        <span class="facts"><Price product={item} now={row.now} locale={row.locale} maxAgeDays={row.priceMaxAgeDays} /></span>
        <span class="reason muted">{t('bundle.this')}</span>
      </div>
      <div class="acts">{tickBox}</div>
    </>
  )
}

function Tick(props: { row: Row; entry: Recommendation }): VNode {
  const { row, entry } = props
  const { itemId, title, available } = entry.item
  if (!available) return <span class="muted">{t('card.sold-out')}</span>
  const toggle = (): void => {
    const unticked = new Set(row.unticked.value)
    if (!unticked.delete(itemId)) unticked.add(itemId)
    row.unticked.value = unticked
  }
  return (
    <label class="tick">
      <input type="checkbox" aria-label={t('bundle.tick', { title })} checked={
        !row.unticked.value.has(itemId)
      } onChange={toggle} />
    </label>
  )
}

function AddAll(props: { row: Row; ticked: readonly Recommendation[] }): VNode {
  const { row, ticked } = props
  const [state, setState] = useState<AddButtonState>('idle')
  useEffect(() => (state === 'added' ? row.timers.after(addedForMs, () => setState('idle')) : undefined), [state])
  const total = totalOf(row, ticked)
  const count = ticked.length

  const addAll = async (): Promise<void> => {
    if (state === 'busy' || count === 0) return
    setState('busy')
    const items = ticked.map(entry => itemOf(row, entry, 1))
    const source = { widget: 'recommendations', placement: row.placement, strategy: row.strategy }
    const outcome = await addItems(row.client, row.host, items, source, row.subject!.item.currency)
    setState(outcome)
    row.words.value = outcome === 'added'
      ? t('bundle.added-spoken', { count, total: addedCount(row.client, items) })
      : t('bundle.failed')
  }
  const idle = count === 0 ? t('bundle.none')
    : total === undefined ? t('bundle.add-unpriced', { count }) : t('bundle.add', { count, price: total })
  const label = state === 'added' ? t('card.added') : idle
  const failed = state === 'failed' || state === 'sold-out'
  return (
    <div class="total">
      {total !== undefined && count > 0 && <p>{t('bundle.total')} <span class="price" part="price">{total}</span></p>}
      <button type="button" class="primary" part="add" aria-busy={state === 'busy'} aria-disabled={count === 0}
        onClick={() => void addAll()}><span key={label} class="label">{label}</span></button>
      {failed && <p class="muted">{t('bundle.failed')}</p>}
    </div>
  )
}

/** Sum of what is ticked, in words; undefined as soon as one price may not be shown, or currencies differ. */
function totalOf(row: Row, ticked: readonly Recommendation[]): string | undefined {
  const currency = ticked[0]?.item.currency
  if (currency === undefined) return undefined
  const sums = (entry: Recommendation): boolean =>
    entry.item.currency === currency && hasFreshPrice(entry.item, row.now, row.priceMaxAgeDays)
  if (!ticked.every(sums)) return undefined
  return money(sumMoney(ticked.map(entry => entry.item.price!), currency, row.locale), currency, row.locale)
}
