import type { VNode } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { t } from '../messages/t.ts'

/** Of the visible width, how far one press goes: the last, cut card becomes the first. */
const pageShare = 0.8

/** Where a rail stands; both true when nothing scrolls. */
interface Ends {
  atStart: boolean
  atEnd: boolean
}

/** Previous and next of a rail, for pointers (touch scrolls). At an end they are disabled and keep the focus. */
export function RailButtons(props: { list: { current: HTMLElement | null } }): VNode | null {
  const { list } = props
  const [ends, setEnds] = useState<Ends>({ atStart: true, atEnd: true })
  useEffect(() => {
    const rail = list.current
    if (!rail) return undefined
    const look = (): void => {
      const scrolled = Math.abs(rail.scrollLeft)
      const atStart = scrolled <= 1
      const atEnd = scrolled >= rail.scrollWidth - rail.clientWidth - 1
      setEnds(before => (before.atStart === atStart && before.atEnd === atEnd ? before : { atStart, atEnd }))
    }
    look()
    rail.addEventListener('scroll', look, { passive: true })
    const observer = typeof ResizeObserver === 'undefined' ? undefined : new ResizeObserver(look)
    observer?.observe(rail)
    return () => {
      rail.removeEventListener('scroll', look)
      observer?.disconnect()
    }
  }, [])
  const turn = (pages: 1 | -1): void => {
    const rail = list.current!
    const sign = getComputedStyle(rail).direction === 'rtl' ? -1 : 1
    rail.scrollBy({ left: sign * pages * rail.clientWidth * pageShare })
  }
  const nothingScrolls = ends.atStart && ends.atEnd
  return (
    <div class={nothingScrolls ? 'turn still' : 'turn'}>
      <button type="button" part="prev" aria-label={t('previous')} aria-disabled={ends.atStart}
        onClick={() => !ends.atStart && turn(-1)}><span class="arrow" aria-hidden="true">‹</span></button>
      <button type="button" part="next" aria-label={t('next')} aria-disabled={ends.atEnd}
        onClick={() => !ends.atEnd && turn(1)}><span class="arrow" aria-hidden="true">›</span></button>
    </div>
  )
}
