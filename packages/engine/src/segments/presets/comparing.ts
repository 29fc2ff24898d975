import { isSensitive } from '../../affinity/isSensitive.ts'
import type { EpochMs } from '../../event.ts'
import type { ItemMemory } from '../../profile/profile.ts'
import type { Preset } from '../preset.ts'

const windowMs = 14 * 86_400_000
/** So many of one kind are not looked at by chance. */
const fewestItems = 4

/** Items of one kind that were looked at lately: when each was first and last. */
interface Group {
  attribute: string
  value: string
  looks: { first: EpochMs; last: EpochMs }[]
}

/**
 * Somebody who compares: has looked at four or more items of one kind (or department, where no kind is known) within 14 days and
 * bought none of it since. Until the fourth newest look is 14 days old.
 */
export const comparing: Preset = ({ profile, attributesOf, now, say }) => {
  const memories = Object.entries(profile.items)
  const groups = new Map<string, Group>()
  const groupOf = (id: string, memory: ItemMemory): Group | undefined => {
    const { kind, category } = attributesOf(id, memory)
    const [attribute, value] = typeof kind === 'string' ? ['kind', kind] : ['category', category]
    if (typeof value !== 'string') return undefined
    const key = `${attribute}:${value}`
    const group = groups.get(key) ?? { attribute, value, looks: [] }
    groups.set(key, group)
    return group
  }
  for (const [id, memory] of memories) {
    const { firstViewedAt: first, lastViewedAt: last = -Infinity } = memory
    if (last > now - windowMs && !Object.hasOwn(profile.notForMe, id)) groupOf(id, memory)?.looks.push({ first: first!, last })
  }
  const isMany = ({ looks }: Group): boolean => looks.length >= fewestItems
  // Of most shoppers nobody need ask what was bought of which kind.
  if (![...groups.values()].some(isMany)) return undefined
  for (const [id, memory] of memories) {
    const group = memory.orderedAt.length > 0 ? groupOf(id, memory) : undefined
    if (group) group.looks = group.looks.filter(({ last }) => memory.orderedAt.every(at => last > at))
  }
  const [best] = [...groups.values()].filter(group => isMany(group) && !isSensitive(group.value))
    .sort((a, b) => b.looks.length - a.looks.length || (a.value < b.value ? -1 : 1))
  if (!best) return undefined
  const { attribute, value, looks } = best
  const began = looks.map(({ first }) => first).sort((a, b) => a - b)[fewestItems - 1]!
  say('comparing', Math.max(began, now - windowMs), [{ kind: 'compared', attribute, value, items: looks.length }])
  return looks.map(({ last }) => last).sort((a, b) => b - a)[fewestItems - 1]! + windowMs
}
