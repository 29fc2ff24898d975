import type { VNode } from 'preact'
import type { Remembered } from '@shopside/browser'
import type { PrivacyModel } from './privacyModel.ts'
import { Thoughts } from './Thoughts.tsx'
import { Timeline } from './Timeline.tsx'

/** What is remembered, and what is concluded from it. */
export function Past(props: { model: PrivacyModel; past: Remembered }): VNode {
  const { model, past } = props
  return (
    <div class="past">
      <Timeline model={model} days={past.days} />
      <Thoughts model={model} past={past} />
    </div>
  )
}
