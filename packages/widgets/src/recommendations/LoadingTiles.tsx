import type { VNode } from 'preact'
import { overhang } from './overhang.ts'
import type { Layout } from './row.ts'

/** Flat tiles of the final size while an answer is slow: no shimmer, nothing to read out. */
export function LoadingTiles(props: { count: number; layout: Layout }): VNode {
  const { count, layout } = props
  return (
    <div class={`row ${layout}`} aria-hidden="true">
      <div class="head"><h2> </h2></div>
      <ul class="list">
        {[...Array(count).keys()].map(place => (
          <li key={place} class={`card ${layout === 'grid' ? overhang(place, count) : ''}`}>
            <span class="tile flat" />
            <span class="title" />
            <span class="facts" />
            <span class="reason muted" />
            <span class="acts" />
          </li>
        ))}
      </ul>
    </div>
  )
}
