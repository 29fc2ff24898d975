import { isSensitive } from '../../affinity/isSensitive.ts'
import type { EpochMs } from '../../event.ts'
import type { Preset } from '../preset.ts'

const windowMs = 14 * 86_400_000
/** So many of one kind are not looked at by chance. */
const fewestItems = 4

/** Items of one kind: when each was looked at first and last, and when any was bought. */
interface Group {
  attribute: string
  value: string
  looks: { first: EpochMs; last: EpochMs }[]
  boughtAt: EpochMs
}

/**
 * Somebody who compares: has looked at four or more items of one kind (or department, where no kind is known) within 14 days and
 * bought none of it since. Until the fourth newest look is 14 days old.
 */
export const comparing: Preset = ({ profile, attributesOf, now, say }) => {
  const groups = new Map<string, Group>()
  for (const [id, memory] of Object.entries(profile.items)) {
    const said = attributesOf(id, memory)
    const attribute = typeof said['kind'] === 'string' ? 'kind' : 'category'
    const value = said[attribute]
    if (typeof value !== 'string') continue
    const key = `${attribute}:${value}`
    const group = groups.get(key) ?? { attribute, value, looks: [], boughtAt: -Infinity }
    groups.set(key, group)
    group.boughtAt = Math.max(group.boughtAt, ...memory.orderedAt)
    const { firstViewedAt: first, lastViewedAt: last = -Infinity } = memory
    if (last > now - windowMs && !Object.hasOwn(profile.notForMe, id)) group.looks.push({ first: first!, last })
  }
  const [best] = [...groups.values()]
    .map(group => ({ ...group, looks: group.looks.filter(({ last }) => last > group.boughtAt) }))
    .filter(({ looks, value }) => looks.length >= fewestItems && !isSensitive(value))
    .sort((a, b) => b.looks.length - a.looks.length || (a.value < b.value ? -1 : 1))
  if (!best) return undefined
  const { attribute, value, looks } = best
  const began = looks.map(({ first }) => first).sort((a, b) => a - b)[fewestItems - 1]!
  say('comparing', Math.max(began, now - windowMs), [{ kind: 'compared', attribute, value, items: looks.length }])
  return looks.map(({ last }) => last).sort((a, b) => b - a)[fewestItems - 1]! + windowMs
}
