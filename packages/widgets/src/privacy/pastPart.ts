import { loadTwice, type Remembered } from '@shopside/browser'
import { isRuleFact } from '../format/segmentWords.ts'
import { privacyPast } from '../messages/en/privacyPast.ts'
import { privacyTold } from '../messages/en/privacyTold.ts'
import { segments } from '../messages/en/segments.ts'
import css from './past.css?inline'
import { Past } from './Past.tsx'
import type { PastPart } from './privacyModel.ts'

/** Loaded where something is remembered. */
export const part: PastPart = { View: Past, css, messages: { ...privacyPast, ...privacyTold, ...segments }, loadRules }

/** The words of the shop's own rules, where one holds. Without their file they are left out, where the shop has no sentence for them. */
async function loadRules({ segments }: Remembered): ReturnType<PastPart['loadRules']> {
  const isNeeded = segments.some(({ because }) => because.some(isRuleFact))
  return isNeeded ? loadTwice(() => import('./rulePart.ts')).then(file => file.part, () => undefined) : undefined
}
