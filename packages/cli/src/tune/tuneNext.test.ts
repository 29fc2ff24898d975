import { describe, expect, it } from 'vitest'
import { habits } from './testing/habits.ts'
import type { TriedHabit } from './testing/tryHabit.ts'
import { tryHabit } from './testing/tryHabit.ts'

const tried = new Map<string, Promise<TriedHabit>>()
const tryOnce = (name: string): Promise<TriedHabit> => tried.get(name) ?? tried.set(name, tryHabit(habits[name]!, 7)).get(name)!

describe('tuneNext', () => {
  it.each(Object.keys(habits))('lands within a point of an exhaustive search on %s', async name => {
    const { tuned, worth, best } = await tryOnce(name)
    expect(tuned).toBeDefined()
    expect(best - worth).toBeLessThan(0.01)
  })

  it('says nothing of a shop with a handful of visits', async () => {
    const { tuned } = await tryHabit({ items: 20, visits: 20, length: 3, repeats: 0.1, memory: 1 }, 7)
    expect(tuned).toBeUndefined()
  })

  it('reminds where shoppers go back, and looks far back where they wander', async () => {
    const [many, few] = [(await tryOnce('many repeats')).tuned!.next, (await tryOnce('few repeats')).tuned!.next]
    expect(many.reminder).toBeGreaterThan(few.reminder * 3)
    expect(few.decay).toBeGreaterThan(1)
  })
})
