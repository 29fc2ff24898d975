// What the event log asks of the engine beside the fold, on the built files.
import {
  emptyProfile, foldEvents, inferPurchase, retireProfile, toCustom, type BasketAfter, type ShopEvent,
} from '@shopside/engine'
import { describe, expect, it } from 'vitest'

const day = 86_400_000
const morning = Date.UTC(2011, 11, 10, 9)

describe('@shopside/engine, for the log', () => {
  it('keeps a name of the shop\'s own as a custom event, without what names a person', () => {
    const draft = toCustom('Quiz Finished', { score: 7, mail: 'jane@example.com' })
    expect(draft).toEqual({ name: 'custom', params: { event_name: 'Quiz Finished', score: 7 } })
  })

  it('infers an order from a checkout, an emptied basket and a new token, and from nothing less', () => {
    const checkout = { at: morning, token: 'old', items: [{ item_id: 'tin', quantity: 1 }] }
    const after: BasketAfter = { isEmpty: true, token: 'new', now: morning + day / 2 }
    expect(inferPurchase(checkout, after)).toMatchObject({ inferred: true, items: [{ item_id: 'tin' }] })
    expect(inferPurchase(checkout, { ...after, token: 'old' })).toBeUndefined()
  })

  it('lets go of what was last touched before a time', () => {
    const looked: ShopEvent = { id: '1', at: morning, name: 'view_item', params: { items: [{ item_id: 'tin' }] } }
    const profile = foldEvents(emptyProfile(), [looked])
    expect(retireProfile(profile, morning + day).viewed).toEqual([])
    expect(retireProfile(profile, morning - day).viewed).toEqual(['tin'])
  })
})
