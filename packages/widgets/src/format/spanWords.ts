import type { MessageKey } from '../messages/en.ts'
import { t } from '../messages/t.ts'

/** "7 days": a length of time as a rule writes it (`7d`, `7cd`, `1h`). */
export function spanWords(duration: string): string {
  return timeWords('span', duration)
}

function timeWords(form: 'span' | 'last', duration: string): string {
  const [, count, unit] = /^(\d+)c?([mhdw])$/.exec(duration) ?? []
  return t(`${form}.${unit}` as MessageKey, { count: Number(count) })
}

/** When events of a window were: "in the last 7 days", "between 90 days and 30 days ago", "as far as is remembered". */
export function windowOf({ within, between }: { within?: string; between?: [string, string] }): string {
  if (within !== undefined) return timeWords('last', within)
  if (!between) return t('rule.ever')
  return t('rule.between', { from: spanWords(between[0]), to: spanWords(between[1]) })
}
