import { describe, expect, it } from 'vitest'
import type { ShopEvent } from '../event.ts'
import { affinitiesOf } from './affinities.ts'
import { emptyProfile } from '../profile/emptyProfile.ts'
import { foldEvents } from '../profile/foldEvents.ts'
import { isSensitive } from './isSensitive.ts'
import type { Profile } from '../profile/profile.ts'
import { day, happening, hour, morning, things } from '../profile/testing/happening.ts'

const fold = (...events: ShopEvent[]): Profile => foldEvents(emptyProfile(), events)
const looks = (id: string, times: number, at: number = morning): ShopEvent[] =>
  Array.from({ length: times }, (_, n) => happening(at + n * hour, 'view_item', { items: things(id) }))
const facets = { cup: { category: 'Tea & Table', kind: 'cup' }, pot: { category: 'Tea & Table', kind: 'pot' }, spade: { category: 'Garden' }, bib: { category: 'Baby' } }
const facetsOf = (id: string) => (Object.hasOwn(facets, id) ? facets[id as keyof typeof facets] : {})
const likings = (profile: Profile, now = morning + day) => affinitiesOf(profile, facetsOf, now)

describe('affinitiesOf', () => {
  it('orders departments by what was bought, put in the basket and looked at, with what each stands on', () => {
    const profile = fold(...looks('spade', 4), ...looks('cup', 2), happening(morning + hour, 'purchase', { transaction_id: '1', items: things('pot') }))
    const [tea, garden] = likings(profile)
    expect(tea).toMatchObject({ of: 'category', name: 'Tea & Table', views: 2, orders: 1, itemIds: ['pot', 'cup'] })
    expect(garden).toMatchObject({ name: 'Garden', views: 4 })
    expect(tea!.share + garden!.share).toBeCloseTo(1)
  })

  it('counts an order once, however many of its things it held', () => {
    const order = (transaction_id: string, at: number): ShopEvent => happening(at, 'purchase', { transaction_id, items: things('pot', 'cup') })
    const [tea, ...kinds] = likings(fold(order('1', morning), order('2', morning + hour)))
    expect(tea).toMatchObject({ name: 'Tea & Table', orders: 2, itemIds: ['cup', 'pot'] })
    // Two orders of each kind are not evidence enough for the kind.
    expect(kinds).toEqual([])
  })

  it('concludes nothing from fewer than three events, and nothing from nothing', () => {
    expect(likings(fold(...looks('cup', 2)))).toEqual([])
    expect(likings(emptyProfile())).toEqual([])
  })

  it('never names what is sensitive, and does not lend its weight to the others', () => {
    const found = likings(fold(...looks('bib', 30), ...looks('cup', 6)))
    expect(found.map(({ name }) => name)).toEqual(['Tea & Table', 'cup'])
    expect(found[0]!.share).toBeLessThan(0.5)
    for (const name of ['Children', "Women's lingerie", 'Health & Beauty', 'Christmas', 'Baby & Kids', 'Kosher wine']) expect(isSensitive(name), name).toBe(true)
    for (const name of ['Tea & Table', 'Garden', 'Kidney beans', 'Schooner', 'Home & Walls', 'mug']) expect(isSensitive(name), name).toBe(false)
  })

  it('begins anew once it was called wrong', () => {
    const wrong = [...looks('cup', 5), happening(morning + day, 'forget', { guess: 'category:Tea & Table' })]
    expect(likings(fold(...wrong), morning + 2 * day).map(({ name }) => name)).toEqual(['cup'])
    expect(likings(fold(...wrong, ...looks('pot', 3, morning + 2 * day)), morning + 3 * day).map(({ name }) => name)).toContain('Tea & Table')
  })

  it('lets old evidence give way to new', () => {
    const profile = fold(...looks('spade', 8), ...looks('cup', 5, morning + 180 * day))
    expect(likings(profile, morning + 181 * day)[0]!.name).toBe('Tea & Table')
  })
})
