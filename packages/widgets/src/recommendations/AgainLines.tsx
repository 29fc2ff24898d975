import type { VNode } from 'preact'
import { QuantityStepper } from '../parts/QuantityStepper.tsx'

/**
 * What a buy-again card has beside the others: the last time, and how many this time. Without `onChange` nothing can be added.
 */
export function AgainLines(
  props: { title: string; quantity: number; lastLine: string; onChange?: (quantity: number) => void },
): VNode {
  const { title, quantity, lastLine, onChange } = props
  return (
    <>
      <p class="muted last">{lastLine}</p>
      {onChange && <QuantityStepper quantity={quantity} title={title} onChange={onChange} />}
    </>
  )
}
