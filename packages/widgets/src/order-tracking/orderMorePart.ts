import { orderMore } from '../messages/en/orderMore.ts'
import type { Message } from '../messages/message.ts'
import css from './more.css?inline'
import { Notes } from './Notes.tsx'
import { Updates } from './Updates.tsx'

/**
 * What an order needs that does not simply go its way: loaded with `import()` before such news are shown, or when the history is
 * opened.
 */
export interface MorePart {
  Notes: typeof Notes
  Updates: typeof Updates
  css: string
  messages: Readonly<Record<string, Message>>
}

export const part: MorePart = { Notes, Updates, css, messages: orderMore }
