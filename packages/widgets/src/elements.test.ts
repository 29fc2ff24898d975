// @vitest-environment page
import type { Recommendation } from '@shopside/engine'
import './cart-nudge/define.ts'
import './order-tracking/define.ts'
import './privacy/define.ts'
import './recommendations/define.ts'
import { elementContract } from './testing/elementContract.ts'
import { leaveBasket } from './testing/fakeBasket.ts'
import { fakeNow, fakeProfile } from './testing/fakeClient.ts'
import { givePast } from './testing/fakePrivacy.ts'
import { fakeCards } from './testing/fakeProducts.ts'

elementContract({
  tag: 'shopside-recommendations',
  attributes: { strategy: 'popular' },
  fill: client => {
    client.answers.recommend = () => fakeCards(20)
  },
  breakView: client => {
    client.answers.recommend = () =>
      fakeCards(8).map(card => ({ ...card, reason: undefined as unknown as Recommendation['reason'] }))
  },
  spam: { strategy: ['popular', 'new', 'nonsense'], limit: ['3', '12', 'x'], layout: ['grid', 'rail'] },
})

elementContract({
  tag: 'shopside-cart-nudge',
  attributes: { 'cart-url': '/basket' },
  fill: client => void leaveBasket(client, 5),
  breakView: client => {
    leaveBasket(client, 5)
    client.product = () => {
      throw new Error('broken catalogue')
    }
  },
  spam: { 'cart-url': ['/a', '/b'], page: ['', 'checkout'] },
})

elementContract({
  tag: 'shopside-order-tracking',
  attributes: { order: 'A1' },
  fill: client => {
    client.profileNow.value = fakeProfile(
      { orders: [{ id: 'A1', at: fakeNow - 1000, items: [{ item_id: 'p0', item_name: 'Thing' }] }] },
    )
  },
  breakView: client => {
    client.product = () => {
      throw new Error('broken catalogue')
    }
  },
  spam: { order: ['A1', 'B2', ''], orders: ['', 'hidden'] },
})

elementContract({
  tag: 'shopside-privacy',
  attributes: {},
  fill: client => void givePast(client),
  breakView: client => {
    const log = givePast(client)
    log.past = { ...log.past!, likings: undefined as unknown as [] }
  },
  spam: { days: ['1', '7', 'x'] },
})
