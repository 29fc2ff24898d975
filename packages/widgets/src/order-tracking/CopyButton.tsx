import type { VNode } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { t } from '../messages/t.ts'
import type { Timers } from '../timers.ts'

/** "Copied" goes back to "Copy" after this. */
const copiedForMs = 2000

/** Puts a text on the clipboard. Not drawn where the page may not do that. */
export function CopyButton(props: { text: string; timers: Timers }): VNode | null {
  const { text, timers } = props
  const [isCopied, setCopied] = useState(false)
  useEffect(() => (isCopied ? timers.after(copiedForMs, () => setCopied(false)) : undefined), [isCopied])
  if (!navigator.clipboard) return null
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text)
      setCopied(true)
    } catch {
      // The browser refused: the number stays to be read.
    }
  }
  return (
    <button type="button" class="quiet" aria-label={isCopied ? undefined : t('order.copy-number', { number: text })}
      onClick={() => void copy()}>{t(isCopied ? 'order.copied' : 'order.copy')}</button>
  )
}
