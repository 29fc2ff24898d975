import type { ItemFilter, PlacementRules } from './placementRules.ts'

/** More entries than a shop writes by hand or by script; what is beyond is left out. */
const mostEntries = 5000
const mostPins = 20
const mostPlaces = 100

type Filter = { -readonly [Name in keyof ItemFilter]: ItemFilter[Name] }
type Rules = { -readonly [Name in keyof PlacementRules]: PlacementRules[Name] }

/**
 * Rules as they came from outside, field by field: what is not as `PlacementRules` says is left out, and so is a filter that asks
 * nothing. A list keeps those of its entries that can be read, and stays a list when none can. Only own values are read, no
 * getter is asked; whatever comes, nothing is thrown.
 */
export function readRules(from: unknown): PlacementRules {
  try {
    return toRules(from)
  } catch {
    // Only a proxy gets here; what it hides is nobody's rule.
    return {}
  }
}

function toRules(from: unknown): PlacementRules {
  const rules: Rules = {}
  const include = toFilter(own(from, 'include'))
  const exclude = toFilter(own(from, 'exclude'))
  if (include) rules.include = include
  if (exclude) rules.exclude = exclude
  rules.pin = toList(own(from, 'pin')).slice(0, mostPins).flatMap(entry => {
    const itemId = own(entry, 'itemId')
    const place = toNumber(own(entry, 'place'), 0, mostPlaces - 1)
    return typeof itemId === 'string' && Number.isInteger(place) ? [{ itemId, place: place! }] : []
  })
  const weights = (name: 'boost' | 'bury', least: number, most: number): NonNullable<PlacementRules['boost']> =>
    toList(own(from, name)).flatMap(entry => {
      const where = toFilter(own(entry, 'where'))
      const factor = toNumber(own(entry, 'factor'), least, most)
      return where && factor !== undefined && factor !== 1 ? [{ where, factor }] : []
    })
  rules.boost = weights('boost', 1, 100)
  rules.bury = weights('bury', 0.01, 1)
  const promote = own(from, 'promote')
  const where = toFilter(own(promote, 'where'))
  const share = toNumber(own(promote, 'share'), 0, 1)
  if (where && share) rules.promote = { where, share }
  const diversity = toNumber(own(from, 'diversity'), 0, 1)
  const minimum = toNumber(own(from, 'minimum'), 1, mostPlaces)
  if (diversity !== undefined) rules.diversity = diversity
  if (minimum !== undefined) rules.minimum = minimum
  return rules
}

const lists = ['items', 'categories', 'kinds', 'brands', 'labels', 'motifs', 'colours', 'markets'] as const
const flags = ['reduced', 'isNew', 'available'] as const

function toFilter(from: unknown): ItemFilter | undefined {
  const filter: Filter = {}
  for (const name of lists) {
    const value = own(from, name)
    if (Array.isArray(value)) filter[name] = toList(value).filter(entry => typeof entry === 'string')
  }
  for (const name of flags) {
    const value = own(from, name)
    if (typeof value === 'boolean') filter[name] = value
  }
  const price = own(from, 'price')
  const min = toNumber(own(price, 'min'), 0, Infinity)
  const max = toNumber(own(price, 'max'), 0, Infinity)
  if (min !== undefined) filter.price = { min }
  if (max !== undefined) filter.price = { ...filter.price, max }
  return Object.keys(filter).length ? filter : undefined
}

function toList(from: unknown): unknown[] {
  if (!Array.isArray(from)) return []
  return new Array(Math.min(from.length, mostEntries)).fill(0).map((_, place) => own(from, String(place)))
}

function toNumber(value: unknown, least: number, most: number): number | undefined {
  return typeof value === 'number' && value >= least && value <= most ? value : undefined
}

/** An own value: what a page has added to prototypes is nobody's rule. */
function own(from: unknown, name: string): unknown {
  return typeof from === 'object' && from !== null ? Object.getOwnPropertyDescriptor(from, name)?.value : undefined
}
