import type { Signal } from '@preact/signals-core'
import type { VNode } from 'preact'
import { useSignalValue } from './useSignalValue.ts'

/** The polite voice of a widget: says what its cell holds when that changes, and nothing on arrival. */
export function Live(props: { words: Signal<string> }): VNode {
  return <div class="spoken" role="status">{useSignalValue(props.words)}</div>
}
