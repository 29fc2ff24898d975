import type { Claims } from './claims.ts'

interface Waiting {
  element: Element
  choose: (taken: ReadonlySet<string>) => Iterable<string>
  done: () => void
}

/**
 * The allocator behind `Claims`.
 *
 * @param nextFrame runs its argument at the end of the frame: all that wait by then are served in document order
 */
export function createClaims(nextFrame: (run: () => void) => void): Claims {
  const held = new Map<Element, Set<string>>()
  const announced = new Set<Element>()
  let waiting: Waiting[] = []
  let isScheduled = false
  let interrupter: Element | undefined

  function takenBesides(element: Element): Set<string> {
    const taken = new Set<string>()
    for (const [other, groups] of held) if (other !== element) for (const group of groups) taken.add(group)
    return taken
  }

  function schedule(): void {
    if (isScheduled || waiting.length === 0) return
    isScheduled = true
    nextFrame(serve)
  }

  function serve(): void {
    isScheduled = false
    const all = waiting.sort((a, b) => inDocumentOrder(a.element, b.element))
    waiting = []
    for (const each of all) {
      const { element, choose, done } = each
      if ([...announced].some(other => inDocumentOrder(other, element) < 0)) {
        waiting.push(each)
        continue
      }
      held.set(element, new Set(choose(takenBesides(element))))
      done()
    }
  }

  return {
    announce: element => void announced.add(element),
    request: (element, choose) => new Promise(done => {
      // A newer request of the same element replaces the older one, which is let go unserved.
      const older = waiting.find(other => other.element === element)
      announced.delete(element)
      waiting = [...waiting.filter(other => other !== older), { element, choose, done }]
      schedule()
      older?.done()
    }),
    release(element) {
      held.delete(element)
      announced.delete(element)
      waiting = waiting.filter(other => other.element !== element)
      schedule()
    },
    interrupt(element) {
      interrupter ??= element
      return interrupter === element
    },
  }
}

/** Node.DOCUMENT_POSITION_PRECEDING: the other node comes before this one. */
const preceding = 2

/** Negative when `a` comes first in the document. */
function inDocumentOrder(a: Element, b: Element): number {
  if (a === b) return 0
  return a.compareDocumentPosition(b) & preceding ? 1 : -1
}
