import type { ConsentSourceName } from '../options.ts'
import { lookAgain } from '../page/lookAgain.ts'
import { fileMissing } from '../warnings.ts'
import type { WayIn } from '../wayIn.ts'
import { agreeWithTool, withoutShoppersNo } from './agreeWithTool.ts'
import { answersOf } from './answersOf.ts'
import type { ConsentSource, SourceAnswers } from './consentSource.ts'
import { findTool } from './findTool.ts'

/** Loads one adapter. Rejects when its file cannot be had. */
export type LoadSource = (name: ConsentSourceName, layerName: string) => Promise<ConsentSource>

/** A consent tool that is being followed. */
export interface Following {
  /** An answer by hand: it counts as far as the tool agrees. */
  answer: WayIn['answer']
  stop(): void
}

/**
 * Lets the page's consent tool answer, now and whenever it says something else.
 * What it repeats is not heard again: in a page that was left open it may be old news, taken back in another tab since.
 *
 * @param take hands an answer to the gate as it is
 */
export function followTool(
  { environment, options, gate, warnings }: Pick<WayIn, 'environment' | 'options' | 'gate' | 'warnings'>,
  asked: ConsentSourceName | 'auto', take: WayIn['answer'], load: LoadSource,
): Following {
  const { window: page } = environment
  const { consent, capture } = options
  const map = typeof consent === 'object' ? consent.map : undefined
  const layerName = (typeof capture === 'object' ? capture.dataLayer : undefined) ?? 'dataLayer'
  let following = asked === 'auto' ? undefined : asked
  let told: SourceAnswers | undefined
  let stopListening = (): void => {}
  let stopped = false

  async function follow(name: ConsentSourceName): Promise<void> {
    following = name
    stopListening()
    try {
      const source = await load(name, layerName)
      if (stopped || following !== name) return
      let last = '{}'
      const tell = (): void => {
        const answers = answersOf(source, page, map)
        const text = JSON.stringify(answers)
        if (text === last) return
        last = text
        told = answers
        take(withoutShoppersNo(gate.state.peek(), answers), name)
      }
      const stops = [source.listen(page, tell), lookAgain(page, () => {
        tell()
        return false
      })]
      stopListening = () => { for (const stop of stops) stop() }
    } catch {
      // Without its adapter the tool has no answer, and nothing is remembered.
      warnings.warn(...fileMissing)
    }
  }

  if (following !== undefined) void follow(following)
  const stopLooking = lookAgain(page, () => {
    if (asked !== 'auto') return true
    const found = findTool(page, layerName)
    if (found !== undefined && found !== following) void follow(found)
    if (found === undefined && page.document.readyState === 'complete') gate.believeStored()
    // A tag manager's own signal is there first; the tool that speaks through it may still come, and knows more.
    return found !== undefined && found !== 'google'
  })

  return {
    answer(answers, source, about) {
      // Where there may be no tool at all, nobody decides before it has spoken.
      if (following === undefined || (asked === 'auto' && told === undefined)) return take(answers, source, about)
      for (const each of agreeWithTool(gate.state.peek(), following, told ?? {}, answers, source)) take(...each, about)
    },
    stop() {
      stopped = true
      stopLooking()
      stopListening()
    },
  }
}
