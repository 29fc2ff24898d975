import { windowWords, zonedDay, zonedMoment } from '../format/whenWords.ts'
import { readZonedTime } from '../format/zonedTime.ts'
import { orderShown } from '../messages/en/orderShown.ts'
import type { Message } from '../messages/message.ts'
import { isPlain } from './arrivalWords.ts'
import css from './order.css?inline'
import { OrderCard } from './OrderCard.tsx'
import type { OrderWords } from './orderView.ts'
import { SingleOrder, UnknownOrder } from './SingleOrder.tsx'

/**
 * What an order is shown with: loaded with `import()` while its parcels are asked for. A list needs it when one of its orders is
 * opened.
 */
export interface OrderPart {
  SingleOrder: typeof SingleOrder
  UnknownOrder: typeof UnknownOrder
  OrderCard: typeof OrderCard
  isPlain: typeof isPlain
  wordsFor: typeof wordsFor
  css: string
  messages: Readonly<Record<string, Message>>
}

export const part: OrderPart = { SingleOrder, UnknownOrder, OrderCard, isPlain, wordsFor, css, messages: orderShown }

function wordsFor(locale: string, now: () => number): OrderWords {
  return {
    readTime: readZonedTime,
    day: time => zonedDay(time, now(), locale),
    moment: time => zonedMoment(time, now(), locale),
    window: window => windowWords(window, now(), locale),
  }
}
