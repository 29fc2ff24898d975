// DESIGN 7.1 over a whole page: rows that know nothing of each other, served by the allocator in whatever order they come.
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createClaims } from '../../packages/browser/src/page/createClaims.ts'
import { coreStrategies } from '../../packages/engine/src/recommend/coreStrategies.ts'
import { moreStrategies } from '../../packages/engine/src/recommend/moreStrategies.ts'
import { recommend } from '../../packages/engine/src/recommend/recommend.ts'
import { keepRules } from '../../packages/engine/src/recommend/rules/keepRules.ts'
import { anyInput, anyRequest } from '../../packages/engine/src/recommend/testing/anyRanking.ts'
import { keepsHeading } from '../../packages/engine/src/recommend/testing/keepsHeading.ts'
import { chooseCards, type Choice } from '../../packages/widgets/src/recommendations/chooseCards.ts'

/** Candidates beyond the limit, as a row asks for them. */
const spareCards = 32
const names = [...coreStrategies, ...moreStrategies].map(strategy => strategy.name)

interface Place extends Element {
  place: number
}

/** An element of which only its place in the document is known. */
const elementAt = (place: number): Place =>
  ({ place, compareDocumentPosition: (other: Place) => (other.place < place ? 2 : 4) }) as unknown as Place

/** A page of two to four rows, the order in which their lists are there, and one that begins anew. */
const anyPage = fc.array(anyRequest(names), { minLength: 2, maxLength: 4 }).chain(requests => fc.record({
  requests: fc.constant(requests), arrivals: fc.shuffledSubarray([...requests.keys()], { minLength: requests.length }),
  framesAfter: fc.nat(requests.length), again: fc.nat(requests.length - 1),
}))

it('no product stands twice on a page, and each heading is kept by the cards that its strategy made', async () => {
  await fc.assert(fc.asyncProperty(anyInput, anyPage, async (input, { requests, arrivals, framesAfter, again }) => {
    const frames: (() => void)[] = []
    const nextFrame = (): void => frames.splice(0).forEach(run => run())
    const claims = createClaims(run => frames.push(run))
    const elements = requests.map((_, place) => elementAt(place))
    const shown = new Map<number, Choice | undefined>()
    const serve = (row: number): Promise<void> => {
      const request = requests[row]!
      const [list, spare] = [0, spareCards].map(more =>
        recommend(input, { ...request, limit: request.limit! + more }, moreStrategies, keepRules)) as [[], []]
      return claims.request(elements[row]!, taken => {
        const choice = chooseCards(list, spare, { taken, min: 1 })
        shown.set(row, choice)
        return (choice?.cards ?? []).map(card => card.item.groupId)
      })
    }
    for (const element of elements) claims.announce(element)
    const served = arrivals.map((row, turn) => {
      const done = serve(row)
      if (turn >= framesAfter) nextFrame()
      return done
    })
    nextFrame()
    await Promise.all(served)
    // One row begins anew, as after a change of its attributes: the others keep what they show.
    const anew = serve(again)
    nextFrame()
    await anew

    const groups = [...shown.values()].flatMap(choice => choice?.cards ?? []).map(card => card.item.groupId)
    expect(new Set(groups).size).toBe(groups.length)
    for (const [row, choice] of shown) {
      if (!choice) continue
      expect(choice.cards.length).toBeLessThanOrEqual(requests[row]!.limit!)
      const named = choice.cards.filter(card => card.strategy === choice.strategy)
      // What the shop pinned says so by its reason, and names no row.
      const found = choice.cards.filter(card => card.strategy === choice.strategy || card.strategy !== 'hand-picked')
      expect(named.length).toBeGreaterThanOrEqual(Math.min(3, Math.ceil(found.length / 2)))
      expect(named.filter(card => !keepsHeading[card.strategy](card, input))).toEqual([])
    }
  }), { numRuns: 60 })
})
