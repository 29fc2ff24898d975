import type { VNode } from 'preact'
import { useRef, useState } from 'preact/hooks'
import { t } from '../messages/t.ts'
import { useSignalValue } from '../parts/useSignalValue.ts'
import type { PrivacyModel } from './privacyModel.ts'

/** Save a copy, load one, pause, erase. */
export function TakeOrErase(props: { model: PrivacyModel }): VNode {
  const { model } = props
  const { pausedUntil = 0, personalize } = useSignalValue(model.client.shop.consent.state)
  const field = useRef<HTMLInputElement>(null)
  const [isOver, setOver] = useState(false)
  const isPaused = pausedUntil > model.client.now()
  const take = (files: FileList | null | undefined): void => {
    const file = files?.[0]
    if (file) void model.ask({ kind: 'copy', file })
  }
  return (
    <div class={isOver ? 'take over' : 'take'} part="take"
      onDragOver={event => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={event => {
        event.preventDefault()
        setOver(false)
        take(event.dataTransfer?.files)
      }}>
      <h2 part="heading">{t('privacy.take')}</h2>
      <p class="muted">{t('take.what')} {t('take.drop')}</p>
      <p class="acts">
        <button type="button" part="button" onClick={() => void model.save()}>{t('take.save')}</button>
        <button type="button" part="button load" onClick={() => field.current?.click()}>{t('take.load')}</button>
        {personalize === 'granted' && (
          <button type="button" part="button" onClick={() => model.pause(!isPaused)}>{
            t(isPaused ? 'take.go-on' : 'take.pause')
          }</button>
        )}
        <button type="button" part="button" onClick={() => void model.ask({ kind: 'erase' })}>{t('take.erase')}</button>
      </p>
      {isPaused && <p part="paused">{t('take.paused')}</p>}
      <input ref={field} type="file" hidden accept="application/json,.json" aria-label={t('take.load')} onChange={event => {
        take(event.currentTarget.files)
        // The same file chosen once more is a new wish.
        event.currentTarget.value = ''
      }} />
    </div>
  )
}
