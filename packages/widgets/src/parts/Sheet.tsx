import type { ComponentChildren, VNode } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { t } from '../messages/t.ts'
import { backgroundBehind } from './backgroundBehind.ts'

/** Pulled down further than this, in px, a sheet closes. */
const dragCloses = 80
/** Kept free around the popover, in px. */
const margin = 8

interface SheetProps {
  /** The element it was opened from: it stands beside it on wide screens, and the focus returns to it. */
  anchor: HTMLElement
  label: string
  onClose: () => void
  children: ComponentChildren
}

/**
 * A small dialog beside its button; on a phone a sheet at the bottom. Closed by its button, Esc, back, a press outside, and a
 * pull. A native `<dialog>`: top layer, focus and Esc are the browser's (the `popover` attribute is younger than Safari 16.4).
 */
export function Sheet(props: SheetProps): VNode {
  const { anchor, label, onClose, children } = props
  const dialog = useRef<HTMLDialogElement>(null)
  useLayoutEffect(() => {
    const box = dialog.current!
    box.style.setProperty('--_behind', backgroundBehind(anchor) ?? 'Canvas')
    box.showModal()
    placeBeside(box, anchor)
    return () => {
      if (box.open) box.close()
    }
  }, [])
  return (
    <dialog ref={dialog} class="sheet floating" part="dialog" aria-label={label} onClose={onClose}
      onClick={event => {
        if (event.target === dialog.current) dialog.current?.close()
      }}>
      <div class="sheet-body" onPointerDown={event => followPull(event, dialog.current!)}>
        {children}
        <button type="button" class="quiet" part="close" onClick={() => dialog.current?.close()}>{t('close')}</button>
      </div>
    </dialog>
  )
}

function placeBeside(box: HTMLElement, anchor: HTMLElement): void {
  const at = anchor.getBoundingClientRect()
  const isRtl = getComputedStyle(anchor).direction === 'rtl'
  const wanted = isRtl ? at.right - box.offsetWidth : at.left
  const left = Math.max(margin, Math.min(wanted, innerWidth - box.offsetWidth - margin))
  const below = at.bottom + box.offsetHeight + margin <= innerHeight
  const top = below ? at.bottom : Math.max(margin, at.top - box.offsetHeight)
  Object.assign(box.style, { left: `${left}px`, top: `${top}px` })
}

function followPull(start: PointerEvent, box: HTMLDialogElement): void {
  if (start.pointerType !== 'touch' || (start.target as Element).closest('button, a')) return
  const done = new AbortController()
  const { signal } = done
  const pulled = (event: PointerEvent): number => Math.max(0, event.clientY - start.clientY)
  addEventListener('pointermove', event => {
    box.style.translate = `0 ${pulled(event)}px`
  }, { signal })
  const end = (event: PointerEvent): void => {
    done.abort()
    box.style.translate = ''
    if (event.type === 'pointerup' && pulled(event) > dragCloses) box.close()
  }
  addEventListener('pointerup', end, { signal })
  addEventListener('pointercancel', end, { signal })
}
