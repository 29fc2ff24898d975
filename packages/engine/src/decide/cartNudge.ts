import type { Cart, CartLine } from '../cart.ts'
import type { EpochMs } from '../event.ts'
import type { Item } from '../item.ts'
import type { Model } from '../model/model.ts'
import type { Profile } from '../profile/profile.ts'

/** `promotion_id` of the nudge's own events: its caps and dismissals are read from this history. */
export const cartNudgeId = 'cart-nudge'

export interface CartNudgeInput {
  now: EpochMs
  /** Absent without consent: then there is nothing to say. */
  profile?: Profile
  /** The shop's present basket; absent: the one that the profile knows. */
  cart?: Cart
  model?: Model
  /** True on basket and checkout pages: never a nudge there. */
  onCheckout?: boolean
  /** When the element that asks last spoke on this page: shows from then on are its own and no reason to fall silent. */
  spokeAt?: EpochMs
  /** ISO 4217 code of the page; a price in another one is neither shown nor compared. */
  currency?: string
}

/** What is different about a line since it was put in. `by` in major units, > 0; with `sold-out` it is 0. */
export interface CartChange {
  itemId: string
  kind: 'sold-out' | 'cheaper' | 'dearer'
  by: number
}

/** A line as it stands today: `price` is the newest one known, the one of the day it was left if nobody said another since. */
export interface NudgeLine extends CartLine {
  available: boolean
}

/** Why it came out so: `ok` when something is shown. */
export type CartNudgeWhy =
  | 'ok' | 'first-hour' | 'no-profile' | 'no-basket' | 'turned-off' | 'checkout' | 'nothing-to-buy' | 'dismissed'
  | 'capped' | 'after-order' | 'too-old'

export interface CartNudge {
  /** `dot`: the count alone, where the shop puts it. `card`: the nudge that speaks. */
  show: 'nothing' | 'dot' | 'card'
  why: CartNudgeWhy
  /** When the basket was last changed: "Your basket from Thursday". */
  since?: EpochMs
  lines: NudgeLine[]
  changes: CartChange[]
  /** What the present basket lacks of it and can be bought: what "put back" adds. Empty: the shop still has all of it. */
  restorable: Item[]
}
