import { describe, expect, it } from 'vitest'
import type { ShopEvent } from '../../event.ts'
import { emptyProfile } from '../../profile/emptyProfile.ts'
import { foldEvents } from '../../profile/foldEvents.ts'
import type { Profile } from '../../profile/profile.ts'
import { moreStrategies } from '../moreStrategies.ts'
import { visitOf } from '../next/visitOf.ts'
import { recommend } from '../recommend.ts'
import type { RecommendInput } from '../recommendInput.ts'
import { tinyModel } from '../testing/tinyModel.ts'

const noon = Date.UTC(2011, 10, 9, 12)
const minute = 60e3
const looks = (...views: [string, number][]): Profile => foldEvents(emptyProfile(), views.map(([id, minutes], counter): ShopEvent => ({
  id: `${noon + minutes * minute}-t-${counter}-0`, at: noon + minutes * minute, name: 'view_item',
  params: { items: [{ item_id: id }] },
})))
const model = tinyModel([
  { id: 'mug', viewed: [['plate', 0.4], ['jug', 0.3]] },
  { id: 'lamp', viewed: [['bulb', 0.4], ['plate', 0.1]] },
  { id: 'plate', viewed: [['fork', 0.9]] },
  { id: 'jug' }, { id: 'bulb' }, { id: 'fork' }, { id: 'sold', available: false },
])
const next = (input: Partial<RecommendInput>): { ids: string[]; reasons: (string | undefined)[] } => {
  const cards = recommend({ now: noon + 10 * minute, model, page: {}, ...input }, { strategy: 'next' }, moreStrategies)
    .filter(card => card.strategy === 'next')
  return {
    ids: cards.map(card => card.item.itemId), reasons: cards.map(({ reason }) => 'itemId' in reason ? reason.itemId : undefined),
  }
}

describe('next', () => {
  it('shows what comes after the visit, without what was seen, and names who speaks for it most', () => {
    const { ids, reasons } = next({ profile: looks(['lamp', 0], ['mug', 1]) })
    expect(ids).toEqual(['plate', 'jug', 'bulb', 'fork'])
    expect(reasons).toEqual(['mug', 'mug', 'lamp', 'mug'])
  })

  it('starts anew with a new visit: what was looked at in the last one is silent', () => {
    const profile = looks(['lamp', 0], ['mug', 40])
    expect(visitOf(profile, noon + 50 * minute)).toEqual([{ itemId: 'mug', times: 1, lastAt: noon + 40 * minute }])
    expect(next({ profile, now: noon + 50 * minute }).ids).not.toContain('bulb')
    expect(visitOf(profile, noon + 90 * minute)).toEqual([])
  })

  it('counts the looks of this visit, newest item last', () => {
    const profile = looks(['mug', 0], ['lamp', 1], ['mug', 2])
    expect(visitOf(profile, noon + 3 * minute).map(({ itemId, times }) => [itemId, times])).toEqual([['lamp', 1], ['mug', 2]])
  })

  it('takes the page for the visit where nothing is remembered', () => {
    expect(next({ page: { item: { item_id: 'mug' } } }).ids).toEqual(['plate', 'jug', 'fork'])
  })

  it('lets what is not for them say nothing', () => {
    const { ids } = next({ profile: looks(['lamp', 0], ['mug', 1]), notForMe: new Set(['mug']) })
    expect(ids).toEqual(['bulb', 'plate', 'fork'])
  })
})
