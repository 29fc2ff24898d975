import type { PresetId } from './segment.ts'

/** Presets that rules may ask for by id, besides the RFM groups (`rfm:champions` …). */
export const presetIds: readonly PresetId[] = [
  'visitor', 'new', 'casual', 'active', 'loyal', 'at-risk', 'lapsed',
  'first-visit', 'returning', 'frequent-buyer', 'high-value', 'price-sensitive', 'brand-enthusiast', 'category-interest', 'bulk-buyer',
  'gift-buyer', 'seasonal-buyer', 'comparing',
]

/** True for the id of a preset. */
export function isPresetId(id: string): boolean {
  return presetIds.includes(id as PresetId) || id.startsWith('rfm:')
}
