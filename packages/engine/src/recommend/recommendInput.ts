import type { Cart } from '../cart.ts'
import type { EpochMs } from '../event.ts'
import type { Item } from '../item.ts'
import type { Model } from '../model/model.ts'
import type { Profile } from '../profile/profile.ts'
import type { LiveFacts } from './liveFact.ts'

/** Everything a ranking may look at: plain data in, plain data out; the same input gives the same list on every device. */
export interface RecommendInput {
  now: EpochMs
  /** Absent while loading, after a 404 or a broken file: then only what profile and page know. */
  model?: Model
  /** Absent without consent: then only this page's item and basket. */
  profile?: Profile
  /** What this page said about itself. */
  page: { item?: Item }
  cart?: Cart
  /** Said "not for me" on this page, also when nothing is stored. */
  notForMe?: ReadonlySet<string>
  /** The page's own currency; another one than the model's means: no prices are shown. */
  currency?: string
  /**
   * The market that this page sells in, as the feed calls it: what is sold elsewhere alone is not shown.
   * @default the market of the page's item; without either, all
   */
  market?: string
  /** What the shop says now, newer than the model: what turned out sold out is left out before it is drawn. */
  live?: LiveFacts
}
