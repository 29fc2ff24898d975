import type { ModelParts, MutualParts, Neighbour } from '@shopside/engine'
import { decodeModel, defaultParams, encodeModel, rowOf } from '@shopside/engine'
import { describe, expect, it } from 'vitest'
import { fitBudget } from './fitBudget.ts'

const size = 300

/** Thirty families of ten, shuffled: what bisection is to find again. Edges within a family are strong, others weak. */
function families(more: Partial<ModelParts> = {}): ModelParts {
  const ids = Array.from({ length: size }, (_, item) => `I${String(item * 7 % size).padStart(3, '0')}`)
  const rows = ids.map((_, item): Neighbour[] => Array.from({ length: 12 }, (_unused, place) => (
    place < 6 ? { index: (item + (place + 1) * 30) % size, weight: 0.9 - place / 20 } : { index: (item * 13 + place * 17 + 1) % size, weight: 0.1 - place / 200 }
  )).filter(({ index }, place, all) => index !== item && all.findIndex(other => other.index === index) === place))
  return {
    asOf: 0, params: defaultParams, popularKnown: 0, newest: [1, 2], trending: [3], reorder: ids.map(() => undefined), similar: ids.map(() => []),
    items: ids.map((itemId, item) => ({ itemId, groupId: item < 4 ? 'twins' : itemId, title: `Item ${itemId}`, available: true })),
    boughtWith: rows, popular: ids.map((_, item) => size - 1 - item), ...more,
  }
}

function pairs(): MutualParts {
  const found = families().boughtWith.flatMap((row, a) => row.flatMap(({ index, weight }) => a < index ? [[a, index, weight] as const] : []))
  return {
    a: Uint32Array.from(found, ([a]) => a), b: Uint32Array.from(found, ([, b]) => b), strength: Float64Array.from(found, ([, , weight]) => weight),
    mass: new Float64Array(size).fill(1), outPower: -0.5, inPower: 0.4,
  }
}

/** Relations by ids: what order must not change. */
function byId(parts: ModelParts): unknown {
  const model = decodeModel(encodeModel(parts))
  return Array.from({ length: model.size }, (_, index) => [
    model.product(index), model.popularRank(index),
    ...[model.viewed, model.boughtWith].map(relation => rowOf(relation, index).map(edge => `${model.itemId(edge.index)} ${edge.weight}`).sort()),
  ]).sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
}

describe('budget', () => {
  it('that holds everything changes the order alone, and the bytes are what the streams take', async () => {
    const parts = families({ viewed: pairs() })
    const fitted = await fitBudget(parts, Infinity)
    expect(fitted.pruned).toBe(0)
    expect(byId(fitted.parts)).toEqual(byId(parts))
    expect(new Set(fitted.parts.newest.map(item => fitted.parts.items[item]!.itemId))).toEqual(new Set(parts.newest.map(item => parts.items[item]!.itemId)))
    for (const { counts, masses, gaps, levels, oneIn, total } of fitted.relations) expect(counts + masses + gaps + levels + oneIn).toBe(total)
    expect(fitted.relations.map(({ name, edges }) => [name, edges > 0])).toEqual(
      [['viewed', true], ['boughtWith', true], ['boughtAfterView', false], ['boughtAfter', false], ['similar', false]],
    )
  })

  it.each([['rows', families()], ['pairs', families({ boughtWith: families().similar, viewed: pairs() })]] as const)(
    'is kept with %s, and the weakest go first', async (_, parts) => {
      const whole = (await fitBudget(parts, Infinity)).relations.reduce((sum, { total }) => sum + total, 0)
      const budget = Math.round(whole * 0.6) + 400
      const { parts: kept, relations, pruned } = await fitBudget(parts, budget)
      const bytes = relations.reduce((sum, { total }) => sum + total, 0)
      expect(pruned).toBeGreaterThan(0)
      expect(bytes).toBeLessThanOrEqual(budget - 400)
      expect(bytes).toBeGreaterThan((budget - 400) * 0.85)
      const model = decodeModel(encodeModel(kept))
      const left = [model.viewed, model.boughtWith].flatMap(relation => kept.items.flatMap((_unused, index) => rowOf(relation, index)))
      expect(left.filter(({ weight }) => weight > 0.4).length).toBeGreaterThan(left.length * 0.6)
    })

  it('gives what one relation leaves of its share to those that are short', async () => {
    const parts = families({ viewed: pairs(), boughtAfterView: families().boughtWith.map(row => row.slice(0, 6)) })
    const bytesOf = async (budget: number): Promise<number> =>
      (await fitBudget(parts, budget)).relations.reduce((sum, { total }) => sum + total, 0)
    const budget = Math.round(await bytesOf(Infinity) * 0.7)
    expect(await bytesOf(budget + 400)).toBeLessThanOrEqual(budget)
    expect(await bytesOf(budget + 400)).toBeGreaterThan(budget * 0.97)
  })

  it('gives the same parts whatever order the items come in', async () => {
    const parts = families()
    const turned = parts.items.map((_, item) => size - 1 - item)
    const other: ModelParts = {
      ...parts, items: turned.map(item => parts.items[item]!), popular: parts.popular.map(item => size - 1 - item), newest: [size - 2, size - 3],
      trending: [size - 4], boughtWith: turned.map(item => parts.boughtWith[item]!.map(edge => ({ ...edge, index: size - 1 - edge.index }))),
    }
    const idsOf = async (given: ModelParts): Promise<string[]> => (await fitBudget(given, Infinity)).parts.items.map(({ itemId }) => itemId)
    expect(await idsOf(other)).toEqual(await idsOf(parts))
  })

  it('brings families together and keeps twins side by side', async () => {
    const parts = families()
    const { items } = (await fitBudget(parts, Infinity)).parts
    const place = new Map(items.map(({ itemId }, at) => [itemId, at]))
    const twins = items.flatMap(({ groupId }, at) => groupId === 'twins' ? [at] : [])
    expect(twins.at(-1)! - twins[0]!).toBe(3)
    const before = gaps(parts, item => item)
    const after = gaps(parts, item => place.get(parts.items[item]!.itemId)!)
    expect(after).toBeLessThan(before * 0.6)
  })
})

/** Mean distance of strong neighbours. */
function gaps(parts: ModelParts, placeOf: (item: number) => number): number {
  const strong = parts.boughtWith.flatMap((row, item) => row.slice(0, 6).map(({ index }) => Math.abs(placeOf(index) - placeOf(item))))
  return strong.reduce((sum, gap) => sum + gap, 0) / strong.length
}
