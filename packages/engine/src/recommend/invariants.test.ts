// DESIGN 7.1, 7.2 and 7.4 for every strategy, on random models, shoppers, pages, requests and rules.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { coreStrategies } from './coreStrategies.ts'
import { moreStrategies } from './moreStrategies.ts'
import { recommend } from './recommend.ts'
import type { Recommendation, RecommendRequest, StrategyName } from './recommendation.ts'
import type { RecommendInput } from './recommendInput.ts'
import { keepRules } from './rules/keepRules.ts'
import { anyInput, anyRequest } from './testing/anyRanking.ts'
import { keepsHeading } from './testing/keepsHeading.ts'
import { promises } from './testing/promises.ts'
import { wholeShopInput, wholeShopRequest } from './testing/wholeShop.ts'

const strategies = [...coreStrategies, ...moreStrategies]
const names = strategies.map(strategy => strategy.name)
const ask = (input: RecommendInput, request: RecommendRequest): Recommendation[] =>
  recommend(input, request, moreStrategies, keepRules)
const anyQuestion = fc.tuple(anyInput, anyRequest(names))
/** The request, made to each strategy in turn: a random model is dear, a list is not. */
const toEach = (request: RecommendRequest): RecommendRequest[] => names.map(strategy => {
  const { bundle: _, ...rest } = request
  return { ...rest, strategy, ...(strategy === 'bought-together' && request.bundle && { bundle: true }) }
})
/** Random questions, and one to which every strategy has an answer of its own. */
const everyStrategy = (numRuns: number): fc.Parameters<[[RecommendInput, RecommendRequest]]> =>
  ({ numRuns, examples: [[[wholeShopInput(), { ...wholeShopRequest('for-you'), limit: 8, exclude: [] }]]] })
/** Without what is allowed to be absent, as `anyInput` always says it. */
const complete = (input: RecommendInput): RecommendInput => ({ notForMe: new Set(), ...input })

describe('no list ever', () => {
  it(`shows ${Object.keys(promises).join('; ')}`, () => {
    fc.assert(fc.property(anyQuestion, ([input, request]) => {
      for (const asked of toEach(request)) {
        const list = ask(input, asked)
        for (const [promise, check] of Object.entries(promises)) {
          try {
            check(list, complete(input), asked)
          } catch (cause) {
            throw new Error(`${asked.strategy} shows ${promise}`, { cause })
          }
        }
      }
    }), everyStrategy(60))
  })

  it('says by a heading what one of its cards does not keep, nor fills a short list with what nobody asked for', () => {
    const seen = new Set<StrategyName>()
    fc.assert(fc.property(anyQuestion, ([input, request]) => {
      for (const asked of toEach(request)) {
        const { fallback } = strategies.find(({ name }) => name === asked.strategy)!
        const list = ask(input, asked)
        const makers = new Set(list.map(card => card.strategy))
        for (const card of list) {
          seen.add(card.strategy)
          expect(keepsHeading[card.strategy](card, input) || `${card.strategy}: ${JSON.stringify(card)}`).toBe(true)
          expect([asked.strategy, ...fallback, ...asked.rules?.pin ? ['hand-picked'] : [], 'popular']).toContain(card.strategy)
        }
        // One strategy makes a list. Only `for-you` fills what is left, with what is popular, and pins stand among any.
        if (asked.rules?.pin) makers.delete('hand-picked')
        if (makers.has('for-you')) makers.delete('popular')
        expect(makers.size).toBeLessThanOrEqual(1)
      }
    }), everyStrategy(60))
    expect([...seen].sort()).toEqual([...names].sort())
  })

  it('differs from the list of the same input asked again, whatever was asked in between', () => {
    fc.assert(fc.property(anyQuestion, ([input, request]) => {
      const questions = toEach(request)
      const lists = questions.map(asked => ask(input, asked))
      const again = { ...input, ...(input.profile && { profile: structuredClone(input.profile) }) }
      expect(questions.toReversed().map(asked => ask(again, asked))).toEqual(lists.toReversed())
    }), { numRuns: 12 })
  })

  it('shows a product that the request leaves out by its group', () => {
    fc.assert(fc.property(anyQuestion, ([input, request]) => {
      const groups = new Set(ask(input, request).map(card => card.item.groupId))
      expect(ask(input, { ...request, exclude: groups }).filter(card => groups.has(card.item.groupId))).toEqual([])
    }), { numRuns: 36 })
  })
})
