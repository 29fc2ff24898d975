import { describe, expect, it } from 'vitest'
import { seeded } from '../testing/seeded.ts'
import { anySegments, wordsIn } from './testing/anyRule.ts'
import { checkOnce } from './testing/checkOnce.ts'

// The long form is `pnpm fuzz:segments --full`: 10,000 logs.
const logs = 60

describe('rules, incrementally', () => {
  it('say what brute force over the whole log says, at any moment and in any pieces, and hold until they flip', () => {
    let [held, asked] = [0, 0]
    for (let seed = 1; seed <= logs; seed++) {
      const checked = checkOnce(seeded(seed))
      expect(checked.difference, `seed ${seed}: ${JSON.stringify(checked.specs)}`).toBeUndefined()
      held += checked.held
      asked += checked.asked
    }
    // Rules that always, or never, hold would test nothing.
    expect(held / asked).toBeGreaterThan(0.25)
    expect(held / asked).toBeLessThan(0.75)
  })

  it('are made of every operator often enough to be tested by them', () => {
    const random = seeded(7)
    const counts = new Map<string, number>()
    const specs = Array.from({ length: 250 }, () => anySegments(random, 4)).flat()
    for (const { rule } of specs) for (const word of wordsIn(rule)) counts.set(word, (counts.get(word) ?? 0) + 1)
    const words = [
      'all', 'any', 'not', 'fact', 'score', 'segment', 'seq', 'same', 'recent', 'absent', 'where', 'within', 'between window',
      'count', 'sum', 'avg', 'min', 'max', 'distinct', 'first', 'last', 'top', '=', '!=', '<', '<=', '>', '>=', 'between', 'in', 'nin',
      'contains', 'startsWith', 'hasAny', 'hasAll', 'hasNone', 'size', 'exists', 'missing', 'before', 'after', 'withinLast', 'olderThan', 'withinNext',
    ]
    expect(words.filter(word => (counts.get(word) ?? 0) / specs.length < 0.02)).toEqual([])
  })
})
