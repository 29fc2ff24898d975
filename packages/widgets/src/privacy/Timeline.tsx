import type { VNode } from 'preact'
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { Forgettable, RememberedDay, RememberedLine } from '@shopside/browser'
import { dayName } from '../format/day.ts'
import { t } from '../messages/t.ts'
import { lineText, lineWords } from './lineWords.tsx'
import type { PrivacyModel } from './privacyModel.ts'

/** More days with every press. */
const daysMore = 10
/** Lines of a day open at first. */
const linesAtFirst = 8

/** What is remembered, by day. A line that goes gives the focus to the one that takes its place. */
export function Timeline(props: { model: PrivacyModel; days: readonly RememberedDay[] }): VNode {
  const { model, days } = props
  const [shown, setShown] = useState(model.daysAtFirst)
  const box = useRef<HTMLDivElement>(null)
  /** Where the focus goes once the lines are drawn anew: a place among the buttons, or a day that was shown just now. */
  const next = useRef<{ button?: number; day?: number }>({})
  useLayoutEffect(() => {
    const { button, day } = next.current
    next.current = {}
    if (day !== undefined) box.current!.querySelectorAll<HTMLElement>('h3')[day]?.focus()
    if (button === undefined) return
    const buttons = box.current!.querySelectorAll<HTMLElement>('li > button')
    const target = buttons[Math.min(button, buttons.length - 1)] ?? box.current!.querySelector<HTMLElement>('h2')
    target?.focus()
  }, [days, shown])
  const onForget = (place: Element): void => {
    const buttons = [...box.current!.querySelectorAll('li > button')]
    next.current = { button: buttons.indexOf(place) }
  }
  return (
    <div ref={box} part="timeline">
      <h2 part="heading" tabIndex={-1}>{t('privacy.past')}</h2>
      {days.slice(0, shown).map(day => <Day key={day.at} model={model} day={day} onForget={onForget} />)}
      {days.length > shown && (
        <p class="older"><button type="button" part="button" onClick={() => {
          next.current = { day: shown }
          setShown(shown + daysMore)
        }}>{t('past.older')}</button></p>
      )}
    </div>
  )
}

function Day(props: { model: PrivacyModel; day: RememberedDay; onForget: (button: Element) => void }): VNode {
  const { model, day, onForget } = props
  const [isWhole, setWhole] = useState(false)
  const { client } = model
  const lines = isWhole ? day.lines : day.lines.slice(0, linesAtFirst)
  const rest = day.lines.length - lines.length
  const box = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    if (isWhole) box.current!.querySelectorAll<HTMLElement>('li > button')[linesAtFirst]?.focus()
  }, [isWhole])
  return (
    <div ref={box} class="day">
      <h3 class="muted" tabIndex={-1}>{dayName(day.at, client.now(), client.locale)}</h3>
      <ul role="list">
        {lines.map(line => <Line key={keyOf(line)} model={model} day={day} line={line} onForget={onForget} />)}
      </ul>
      {rest > 0 && <button type="button" class="quiet" onClick={() => setWhole(true)}>{t('past.more', { count: rest })}</button>}
    </div>
  )
}

function Line(
  props: { model: PrivacyModel; day: RememberedDay; line: RememberedLine; onForget: (button: Element) => void },
): VNode {
  const { model, day, line, onForget } = props
  const [isBusy, setBusy] = useState(false)
  const { locale } = model.client
  const words = lineText(line, locale)
  return (
    <li class="line" part="line">
      <span>{lineWords(line, locale)}</span>
      <button type="button" class="quiet" part="forget" aria-label={
        t('line.forget-what', { line: words })
      } aria-busy={isBusy} onClick={event => {
        if (isBusy) return
        setBusy(true)
        onForget(event.currentTarget)
        void model.forget(forgettable(line, day), t('line.forgotten', { line: words })).then(() => setBusy(false))
      }}>{t('line.forget')}</button>
    </li>
  )
}

function keyOf(line: RememberedLine): string {
  if ('itemId' in line) return `${line.kind} ${line.itemId}`
  return line.kind === 'searched' ? `searched ${line.term}` : line.kind === 'ordered' ? `ordered ${line.orderId}` : line.kind
}

function forgettable(line: RememberedLine, day: RememberedDay): Forgettable {
  switch (line.kind) {
    case 'searched': return { searchTerm: line.term }
    case 'ordered': return { orderId: line.orderId }
    case 'pages': return { pagesOf: day.at }
    default: return { items: [line.itemId] }
  }
}
