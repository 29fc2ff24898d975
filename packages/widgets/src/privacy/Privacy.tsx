import type { VNode } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import type { Remembered } from '@shopside/browser'
import { dayOfMonth } from '../format/day.ts'
import { list } from '../format/list.ts'
import { wordLocale } from '../format/wordLocale.ts'
import { t } from '../messages/t.ts'
import { Live } from '../parts/Live.tsx'
import { useSignalValue } from '../parts/useSignalValue.ts'
import type { PrivacyFacts, PrivacyModel } from './privacyModel.ts'
import { Switches } from './Switches.tsx'
import { TakeOrErase } from './TakeOrErase.tsx'

/** The whole page: true numbers first, then what is remembered, concluded, allowed, and how to take it or be rid of it. */
export function Privacy(props: { model: PrivacyModel }): VNode {
  const { model } = props
  const facts = useSignalValue(model.facts)
  const parts = useSignalValue(model.parts)
  const question = useSignalValue(model.question)
  const Past = parts.past?.View
  const Question = parts.take?.View
  return (
    <section class="privacy" part="root" aria-label={t('privacy.label')}>
      <Opening model={model} facts={facts} />
      {Past && facts.past && isSomething(facts.past) && <Past model={model} past={facts.past} />}
      <Switches model={model} />
      <TakeOrErase model={model} />
      {Question && question && <Question model={model} open={question} />}
      <Live words={model.words} />
    </section>
  )
}

function Opening(props: { model: PrivacyModel; facts: PrivacyFacts }): VNode {
  const { model, facts } = props
  const { past, storage } = facts
  const erased = useSignalValue(model.erased)
  const { locale } = model.client
  const box = useRef<HTMLDivElement>(null)
  const isAsked = useRef(false)
  useLayoutEffect(() => {
    // The button that was pressed is gone: the focus goes to what came of it.
    const words = box.current!.querySelector<HTMLElement>('.erased')
    if (!words || !isAsked.current) return
    isAsked.current = false
    words.focus()
  }, [erased, past])
  return (
    <div ref={box} class="opening" part="opening">
      <p class="lead">{[
        past && isSomething(past)
          ? remembers(past, storage, locale) : t(storage === 'unreadable' ? 'privacy.unreadable' : 'privacy.nothing'),
        past && past.oldestAt !== undefined && t(
          'privacy.size', { size: kilobytes(past.bytes, locale), day: dayOfMonth(past.oldestAt, locale, model.client.now()) },
        ),
        past && isSomething(past) && t('privacy.sent'),
      ].filter(Boolean).join(' ')}</p>
      {storage === 'memory' && <p>{t('privacy.broken')} {t('privacy.memory')}</p>}
      {erased !== undefined && !(past && isSomething(past)) && <p class="erased" part="erased" tabIndex={-1}>{erased}</p>}
      <p class="muted">{t('privacy.records')} {t('privacy.servers')}</p>
      {past && isSomething(past) && (
        <p class="acts">
          <button type="button" part="button not-me" aria-describedby="not-me" onClick={() => {
            isAsked.current = true
            void model.erase(true)
          }}>{t('privacy.not-me')}</button>
          <span id="not-me" class="muted">{t('privacy.not-me-what')}</span>
        </p>
      )}
    </div>
  )
}

function isSomething(past: Remembered): boolean {
  return past.days.length > 0
}

function remembers({ views, orders, baskets }: Remembered, storage: PrivacyFacts['storage'], locale: string): string {
  const things = [
    views > 0 && t('privacy.views', { count: views }), orders > 0 && t('privacy.orders', { count: orders }),
    baskets > 0 && t('privacy.baskets', { count: baskets }),
  ].filter(words => words !== false)
  return things.length > 0 ? t(
    storage === 'memory' ? 'privacy.remembers-page' : 'privacy.remembers', { things: list(things, locale) },
  ) : t('privacy.remembers-visit')
}

function kilobytes(bytes: number, locale: string): string {
  return new Intl.NumberFormat(
    wordLocale(locale), { style: 'unit', unit: 'kilobyte' },
  ).format(Math.max(1, Math.round(bytes / 1000)))
}
