import type { Signal } from '@preact/signals-core'
import type { CartNudge as Decision } from '@shopside/engine'
import type { Client } from '@shopside/browser'

/** Stable name of this nudge in events; its caps and dismissals hang on it. */
export const promotionId = 'cart-nudge'

/** Where the nudge stands with its shopper. */
export type NudgeStep = 'asking' | 'busy' | 'restored' | 'failed'

/** Everything that a shown nudge is made of. */
export interface Nudge {
  client: Client
  host: HTMLElement
  decision: Decision
  /** Epoch ms, when it was decided. */
  now: number
  locale: string
  currency: string | undefined
  /** False when a price is older than a week: then there is no total. */
  hasFreshPrices: boolean
  /** '' when the shop named no basket page. */
  cartUrl: string
  canAdd: boolean
  /** The strip at the bottom of a phone; else the card in the corner. */
  isStrip: boolean
  step: Signal<NudgeStep>
  words: Signal<string>
  /** Takes the nudge off the page. */
  close: (reason: string) => void
}

/** What every event about the nudge carries. */
export function promotionParams(isStrip: boolean): { promotion_id: string; creative_slot: string } {
  return { promotion_id: promotionId, creative_slot: isStrip ? 'strip' : 'corner' }
}
