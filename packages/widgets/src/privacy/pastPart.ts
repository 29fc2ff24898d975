import { privacyPast } from '../messages/en/privacyPast.ts'
import { privacyTold } from '../messages/en/privacyTold.ts'
import { segments } from '../messages/en/segments.ts'
import css from './past.css?inline'
import { Past } from './Past.tsx'
import type { PastPart } from './privacyModel.ts'

/** Loaded where something is remembered. */
export const part: PastPart = { View: Past, css, messages: { ...privacyPast, ...privacyTold, ...segments } }
