import { moreReasonWords } from '../format/moreReasonWords.ts'
import { moreStrategies } from '../messages/en/moreStrategies.ts'
import type { MorePart } from './loadParts.ts'
import { readMore } from './readMore.ts'

/** Loaded with `import()`: see `loadParts`. */
export const more: MorePart = { reasons: moreReasonWords, messages: moreStrategies, readMore }
