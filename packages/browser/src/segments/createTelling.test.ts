import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createTelling, type SegmentEdge } from './createTelling.ts'

/** One at a time, in the order they came: what a Web Lock does. */
function createLock(): (run: () => Promise<void>) => Promise<void> {
  let last: Promise<void> = Promise.resolve()
  return run => {
    const mine = last.then(run)
    last = mine.catch(() => {})
    return mine
  }
}

describe('the telling of edges', () => {
  it('says each of them once, whatever tabs see it, in any interleaving', async () => {
    const acts = fc.array(fc.record({
      tab: fc.integer({ min: 0, max: 2 }), now: fc.subarray(['loyal', 'new', 'rainy']),
    }), { minLength: 1, maxLength: 12 })
    await fc.assert(fc.asyncProperty(acts, fc.scheduler(), async (steps, scheduler) => {
      const log: SegmentEdge[] = []
      const heard: SegmentEdge[][] = [[], [], []]
      const toldBy = (edges: readonly SegmentEdge[]): string[] => {
        const told = new Set<string>()
        for (const { id, entered } of edges) told[entered ? 'add' : 'delete'](id)
        return [...told]
      }
      const alone = createLock()
      // What the one profile of all tabs says now; a tab may know an older log than there is.
      let now: { id: string }[] = []
      const tabs = heard.map(said => {
        let seen = 0
        return createTelling({
          alone,
          known: () => ({ now, told: toldBy(log.slice(0, seen)) }),
          async read() {
            await scheduler.schedule(Promise.resolve())
            seen = log.length
            return { now, told: toldBy(log) }
          },
          async write(edges) {
            await scheduler.schedule(Promise.resolve())
            log.push(...edges)
            seen = log.length
            return true
          },
          announce: edges => void said.push(...edges),
        })
      })
      const work = steps.map(step => scheduler.schedule(Promise.resolve()).then(() => {
        now = step.now.map(id => ({ id }))
        return Promise.all([tabs[step.tab]!(), tabs[(step.tab + 1) % 3]!()])
      }))
      await scheduler.waitFor(Promise.all(work))
      await scheduler.waitFor(Promise.all(tabs.map(tell => tell())))

      expect(new Set(toldBy(log))).toEqual(new Set(now.map(({ id }) => id)))
      for (const name of ['loyal', 'new', 'rainy']) {
        const own = log.filter(({ id }) => id === name).map(({ entered }) => entered)
        expect(own).toEqual(own.map((_, place) => place % 2 === 0))
      }
      expect(heard.flat()).toHaveLength(log.length)
    }), { numRuns: 60 })
  })

  it('tells nothing that could not be written, and tries again at the next look', async () => {
    const told: string[] = []
    let isKept = false
    const tell = createTelling({
      alone: run => run(), known: () => ({ now: [{ id: 'loyal' }], told }), read: async () => ({ now: [{ id: 'loyal' }], told }),
      write: async () => isKept, announce: edges => void told.push(...edges.map(({ id }) => id)),
    })
    await tell()
    expect(told).toEqual([])
    isKept = true
    await tell()
    await tell()
    expect(told).toEqual(['loyal'])
  })
})
