import type { VNode } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { t } from '../messages/t.ts'
import { backgroundBehind } from '../parts/backgroundBehind.ts'
import type { PrivacyModel } from './privacyModel.ts'

/** One sentence, two answers of one size. Esc is "Keep"; the focus goes back to where it was asked. */
export function EraseDialog(props: { model: PrivacyModel }): VNode {
  const { model } = props
  const dialog = useRef<HTMLDialogElement>(null)
  useLayoutEffect(() => {
    const box = dialog.current!
    box.style.setProperty('--_behind', backgroundBehind(model.host) ?? 'Canvas')
    box.showModal()
    return () => {
      if (box.open) box.close()
    }
  }, [])
  return (
    <dialog ref={dialog} class="erase floating" part="dialog" aria-labelledby="erase-ask" onClose={() => {
      model.question.value = undefined
    }}>
      <p id="erase-ask">{t('erase.ask')}</p>
      <div class="answers">
        <button type="button" part="button" onClick={() => {
          dialog.current!.close()
          void model.erase(false)
        }}>{t('erase.yes')}</button>
        <button type="button" part="button" onClick={() => dialog.current!.close()}>{t('erase.no')}</button>
      </div>
    </dialog>
  )
}
