// Whether a reason is so, by the model and the profile it was given over.
import { expect } from 'vitest'
import { rowOf } from '../../model/rowOf.ts'
import { recall } from '../../profile/recall.ts'
import type { Recommendation } from '../recommendation.ts'
import type { RecommendInput } from '../recommendInput.ts'

/** @throws AssertionError when the reason says what is not */
export function expectTrue(
  reason: Recommendation['reason'], { item, strategy }: Recommendation, input: RecommendInput,
): void {
  const { profile, model } = input
  const linked = (relation: 'boughtWith' | 'viewed' | 'boughtAfterView', from: string, variants: readonly number[]): void => {
    const row = rowOf(model![relation], model!.indexOf(from)).map(near => near.index)
    expect(variants.some(variant => row.includes(variant))).toBe(true)
  }
  switch (reason.kind) {
    case 'viewed-item': return expect(profile && recall(profile, reason.itemId)?.views || 1).toBeGreaterThanOrEqual(reason.times)
    case 'wanted-more': return expect(recall(profile, reason.itemId)?.wantedAt).toBeDefined()
    case 'in-cart': return expect((input.cart ?? profile?.cart)?.lines.map(line => line.item_id)).toContain(reason.itemId)
    case 'ordered-item': return expect(recall(profile, reason.itemId)?.orders).toBeGreaterThan(0)
    case 'buy-again': return expect(recall(profile, item.itemId)?.orders).toBe(reason.times)
    case 'seen-before': return expect(recall(profile, item.itemId)?.views).toBe(reason.times)
    case 'new': return expect(item.isNew).toBe(true)
    case 'popular': return expect(model!.popularRank(model!.indexOf(item.itemId))).toBeLessThan(model!.popularKnown)
    case 'trending': return expect(model!.trending).toContain(model!.indexOf(item.itemId))
    case 'hand-picked': return expect(strategy).toBe('hand-picked')
    case 'in-season': return expect(reason.lift).toBeGreaterThanOrEqual(1.5)
    // Of the product; of the very variant where a number is given.
    case 'bought-with': {
      const index = model!.indexOf(item.itemId)
      return linked('boughtWith', reason.itemId, reason.oneIn === undefined ? model!.twins(index) : [index])
    }
    case 'also-viewed': return linked('viewed', reason.itemId, model!.twins(model!.indexOf(item.itemId)))
    case 'bought-after-view': return linked('boughtAfterView', reason.itemId, model!.twins(model!.indexOf(item.itemId)))
    case 'was-in-cart': {
      const memory = recall(profile, item.itemId)!
      return expect([memory.adds > 0, memory.orders, memory.lastAddedAt]).toEqual([true, 0, reason.lastAt])
    }
    case 'price-drop': {
      expect(reason.price).toBeLessThanOrEqual(reason.before * 0.97)
      expect([reason.before, reason.currency]).toEqual([recall(profile, item.itemId)!.item.price, item.currency])
      return expect(reason.price).toBe(item.price)
    }
    case 'back-in-stock': return expect([recall(profile, item.itemId)!.item.in_stock, item.available]).toEqual([false, true])
    case 'free-shipping': {
      expect(reason.gap).toBeGreaterThan(0)
      expect(reason.currency).toBe(item.currency)
      return expect(item.price).toBeGreaterThanOrEqual(reason.gap)
    }
    case 'similar-to': {
      expect(['similar', 'upsell']).toContain(strategy)
      const { kind, motif, category } = model!.product(model!.indexOf(reason.itemId))
      const shared = { design: motif === item.motif, kind: kind === item.kind, category: category === item.category, words: true }
      return expect(shared[reason.shared]).toBe(true)
    }
    default: reason satisfies never
  }
}
