import type { CartNudge, RecommendInput } from '@shopside/engine'
import type { NudgeQuestion } from './client.ts'
import { loadTwice } from './loadTwice.ts'

/**
 * Loads the engine's decision and binds it to what the page knows.
 *
 * @param input what is known at the moment of each call
 */
export async function createNudgeDecider(input: () => RecommendInput): Promise<(question: NudgeQuestion) => CartNudge> {
  const { decideCartNudge } = await loadTwice(() => import('./lazy/deciding.ts'))
  return question => {
    const { page: _page, notForMe: _notForMe, ...known } = input()
    return decideCartNudge({ ...known, ...question })
  }
}
