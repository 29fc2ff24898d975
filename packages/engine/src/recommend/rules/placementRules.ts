/**
 * Which items a rule is about: those that meet every field given; a field left out asks nothing, a list is met by any of its
 * entries. An item of which the catalogue does not know what is asked does not meet it. Names are compared as the catalogue
 * writes them, whatever their case.
 */
export interface ItemFilter {
  /** Item or group ids; an id of one colour means that colour, a group's the whole product. */
  items?: readonly string[]
  categories?: readonly string[]
  kinds?: readonly string[]
  brands?: readonly string[]
  /** Any of the shop's own labels. */
  labels?: readonly string[]
  motifs?: readonly string[]
  colours?: readonly string[]
  /** Markets by name; an item that is sold everywhere is in each. */
  markets?: readonly string[]
  /** Major units of the catalogue's currency, both ends included. */
  price?: { min?: number; max?: number }
  /** `true`: the price is a reduced one. */
  reduced?: boolean
  isNew?: boolean
  /** In stock, as far as catalogue and live facts say; of use where sold-out items may be shown. */
  available?: boolean
}

/**
 * The shop's own say in one placement. Everything in it is a wish about what is shown, and none can show what DESIGN 7.1 forbids.
 */
export interface PlacementRules {
  /** Nothing else. */
  include?: ItemFilter
  /** None of these. */
  exclude?: ItemFilter
  /**
   * Items at fixed places, 0 = the first card, as strategy and reason `hand-picked`. Include and exclude hold for them too. One
   * that may not be shown leaves its place to the next card; of two for one place the second moves on by one. At most 20.
   */
  pin?: readonly { itemId: string; place: number }[]
  /** Scores of these are multiplied by `factor`, above 1 and at most 100. */
  boost?: readonly { where: ItemFilter; factor: number }[]
  /** Scores of these are multiplied by `factor`, from 0.01 to below 1. */
  bury?: readonly { where: ItemFilter; factor: number }[]
  /**
   * A share of the places, above 0 and at most 1, goes to these as far as the strategy itself finds them relevant: after every
   * place, counted from the first, at least that share (rounded down) is theirs. No chance in it, and nothing irrelevant is
   * fetched.
   */
  promote?: { where: ItemFilter; share: number }
  /**
   * Share of its score that a card loses which looks just like one before it (kind, design, department, words), 0..1; rows by
   * what speaks for their items. Beside it hold the caps of a strategy, such as three of a kind in eight.
   * @default 0.3 for `for-you` and `bought-together`, else 0
   */
  diversity?: number
  /** Fewer cards than this are none, 1..100. @default 1 */
  minimum?: number
}
