// What a page about privacy asks of the engine, by package name, on the built files.
import {
  affinitiesOf, emptyProfile, foldEvents, forgottenName, hashId, takeOut,
  type Affinity, type AffinityOf, type FacetsOf, type ShopEvent, type TakenOut,
} from '@shopside/engine'
import { describe, expect, it } from 'vitest'

const morning = Date.UTC(2011, 11, 10, 9)
const looks = [1, 2, 3].map(n => ({
  id: `${n}`, at: morning + n, name: 'view_item', params: { items: [{ item_id: 'cup', item_category: 'Tea' }] },
}) as ShopEvent)

describe('@shopside/engine, for privacy', () => {
  it('concludes a liking and says what it stands on', () => {
    const facetsOf: FacetsOf = (_, memory) => ({ category: memory.item.item_category })
    const found: Affinity[] = affinitiesOf(foldEvents(emptyProfile(), looks), facetsOf, morning + 9)
    const of: AffinityOf = 'category'
    expect(found).toEqual([{ of, name: 'Tea', share: 1, views: 3, adds: 0, orders: 0, itemIds: ['cup'] }])
  })

  it('takes out of an event what is named, and names it by its hash from then on', () => {
    const what: TakenOut = { items: new Set(['cup']) }
    expect(takeOut(looks[0]!, what)).toBeUndefined()
    expect(forgottenName('cup')).toMatch(/^~[A-Ja-z.]+$/)
    expect(hashId('cup')).not.toContain('cup')
  })
})
