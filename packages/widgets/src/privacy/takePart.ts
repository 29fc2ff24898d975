import { privacyTake } from '../messages/en/privacyTake.ts'
import type { TakePart } from './privacyModel.ts'
import { Question } from './Question.tsx'
import { saveCopy } from './saveCopy.ts'
import css from './take.css?inline'

/** Loaded when something is to be taken or erased. */
export const part: TakePart = { View: Question, css, messages: privacyTake, save: saveCopy }
