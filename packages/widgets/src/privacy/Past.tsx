import type { VNode } from 'preact'
import type { Remembered } from '@shopside/browser'
import { Expected } from './Expected.tsx'
import type { PrivacyModel } from './privacyModel.ts'
import { Thoughts } from './Thoughts.tsx'
import { Timeline } from './Timeline.tsx'
import { Told } from './Told.tsx'

/** What is remembered, and what is concluded from it. */
export function Past(props: { model: PrivacyModel; past: Remembered }): VNode {
  const { model, past } = props
  return (
    <div class="past">
      <Timeline model={model} days={past.days} />
      <Told model={model} facts={past.declared} />
      <Thoughts model={model} past={past} />
      {past.expected && <Expected model={model} expected={past.expected} />}
    </div>
  )
}
