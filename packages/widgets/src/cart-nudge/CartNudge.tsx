import type { VNode } from 'preact'
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { dayName, onDay } from '../format/day.ts'
import { t } from '../messages/t.ts'
import { backgroundBehind } from '../parts/backgroundBehind.ts'
import { Live } from '../parts/Live.tsx'
import { Picture } from '../parts/Picture.tsx'
import { Actions } from './Actions.tsx'
import { changeWords, totalWords } from './basketWords.ts'
import { bottomBarHeight } from './bottomBar.ts'
import type { Nudge } from './nudge.ts'
import { useSignalValue } from '../parts/useSignalValue.ts'

const picturesAtMost = 3

/** The card that speaks, in the corner or as a strip: one thing, its changes first, one button. */
export function CartNudge(props: { nudge: Nudge }): VNode {
  const { nudge } = props
  const { decision, isStrip } = nudge
  const box = useRef<HTMLElement>(null)
  const [isOpen, setOpen] = useState(!isStrip)
  useLayoutEffect(() => {
    const { style } = box.current!
    style.setProperty('--_behind', backgroundBehind(nudge.host) ?? 'Canvas')
    style.setProperty('--_bar', `${bottomBarHeight(nudge.host)}px`)
  }, [])
  const isRestored = useSignalValue(nudge.step) === 'restored'
  const heading = isRestored ? t('nudge.restored')
    : t('nudge.still-here', { day: dayName(decision.since ?? nudge.now, nudge.now, nudge.locale) })
  return (
    <>
      <slot />
      <section ref={box} class={`nudge floating ${isStrip ? 'strip' : ''}`} part="root" aria-labelledby="heading">
        <h2 id="heading" part="heading">
          {isStrip && !isRestored
            ? <button type="button" class="toggle" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>{heading}</button>
            : heading}
        </h2>
        {isOpen && !isRestored && <Details nudge={nudge} />}
        <Actions nudge={nudge} />
        <Live words={nudge.words} />
      </section>
    </>
  )
}

function Details(props: { nudge: Nudge }): VNode {
  const { nudge } = props
  const { lines, changes } = nudge.decision
  const [isWhyOpen, setWhyOpen] = useState(false)
  const changed = changeWords(changes, nudge.currency, nudge.locale)
  const total = nudge.hasFreshPrices ? totalWords(lines, nudge.currency, nudge.locale) : undefined
  const pictured = lines.slice(0, picturesAtMost)
  const rest = lines.length - pictured.length
  const forget = (): void => {
    void nudge.client.shop.track('forget', { what: 'baskets' })
    nudge.close('the shopper does not want baskets remembered')
  }
  return (
    <div class="details">
      {changed && <p part="changes">{changed}</p>}
      <ul class="pictures" role="list">
        {pictured.map(line => (
          <li key={line.item_id}>
            <Picture src={
              (Object.hasOwn(line, 'image_url') ? line.image_url : undefined) ?? nudge.client.product(line.item_id)?.imageUrl
            }
              title={line.item_name ?? nudge.client.product(line.item_id)?.title ?? line.item_id} />
          </li>
        ))}
        {rest > 0 && <li class="muted" dir="ltr">{t('nudge.more', { count: rest })}</li>}
      </ul>
      {total && <p class="price" part="price">{t('nudge.total', { price: total })}</p>}
      <slot name="assurance" />
      <button type="button" class="quiet muted why" part="why" aria-expanded={isWhyOpen}
        onClick={() => setWhyOpen(!isWhyOpen)}>{t('card.why')}</button>
      {isWhyOpen && (
        <div class="why-facts muted">
          <p>{t('nudge.why', { count: lines.length, day: onDay(nudge.decision.since ?? nudge.now, nudge.now, nudge.locale) })}</p>
          <p>{t('nudge.why-where')}</p>
          <button type="button" class="quiet" onClick={forget}>{t('nudge.forget')}</button>
        </div>
      )}
    </div>
  )
}
