import type { VNode } from 'preact'
import { t } from '../messages/t.ts'

/** In the first hour: the count alone, where the shop put the element. */
export function CartDot(props: { count: number; cartUrl: string }): VNode {
  const { count, cartUrl } = props
  const label = t('nudge.dot', { count })
  return (
    <>
      <slot />
      {cartUrl === '' ? <span class="dot" part="dot" role="img" aria-label={label}>{count}</span>
        : <a class="dot" part="dot" href={cartUrl} aria-label={label}>{count}</a>}
    </>
  )
}
