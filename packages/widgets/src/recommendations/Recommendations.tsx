import type { VNode } from 'preact'
import { useRef } from 'preact/hooks'
import { Live } from '../parts/Live.tsx'
import { Card } from './Card.tsx'
import { overhang } from './overhang.ts'
import type { Row } from './row.ts'
import { useSignalValue } from '../parts/useSignalValue.ts'

/** A row of cards under its heading: one landmark, a list, a popover and a voice. */
export function Recommendations(props: { row: Row }): VNode {
  const { row } = props
  const list = useRef<HTMLUListElement>(null)
  const open = useSignalValue(row.why)
  const { bundle, rail, why } = row.parts
  return (
    <section class={`row ${row.layout}`} part="root"
      {...(row.label === undefined ? { 'aria-labelledby': 'heading' } : { 'aria-label': row.label })}>
      <div class="head">
        <h2 id="heading" part="heading">{row.heading}</h2>
        {rail && <rail.View list={list} />}
      </div>
      {row.age && <p class="muted age">{row.age}</p>}
      {bundle ? <bundle.View row={row} /> : (
        <ul class="list" part="list" role="list" ref={list}>
          {row.cards.map((recommendation, index) => (
            <li key={recommendation.item.itemId} part="card" data-index={index}
              class={`card ${row.layout === 'grid' ? overhang(index, row.cards.length) : ''}`}>
              <Card row={row} recommendation={recommendation} />
            </li>
          ))}
        </ul>
      )}
      {open && why && <why.View key={open.turn} row={row} open={open} />}
      <Live words={row.words} />
    </section>
  )
}
