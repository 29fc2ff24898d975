import type { Preset } from '../preset.ts'
import { rfmAt, rfmScores } from '../rfm.ts'

const dayMs = 86_400_000

/** The RFM group: `rfm:champions` and so on; only by the store's own cuts. */
export const rfm: Preset = ({ lifecycle, list, now, say }) => {
  const { moneyCuts } = lifecycle
  const last = list.at(-1)
  const { eras, flipsAt } = rfmAt(list, lifecycle, now)
  const { id, since } = eras.at(-1) ?? {}
  if (last && moneyCuts && id !== undefined) {
    const [recency, frequency, money] = rfmScores((now - last.at) / dayMs, last.days, last.spend, { ...lifecycle, moneyCuts })
    say(`rfm:${id}`, since!, [{ kind: 'scores', recency, frequency, money }])
  }
  return flipsAt
}
