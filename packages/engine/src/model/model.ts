import type { EpochMs } from '../event.ts'
import type { Product } from '../product.ts'

/** Re-purchase facts of one item, from shoppers who bought it at least twice; absent when under the floor. */
export interface Reorder {
  /** Median days between two purchases by one customer. */
  gapDays: number
  /** Share of its customers who bought it on at least two days, in eighths (0..7)/8: what "people buy once" is judged by. */
  againShare: number
}

/** One relation of an item: `weight` in (0, 1], `oneIn` where known (see `Reason`). */
export interface Neighbour {
  index: number
  weight: number
  oneIn?: number
}

/**
 * All rows of one relation in typed arrays. The edges of item `i` are numbers `startOf(i)` to `edgeAt[i + 1] - 1`, strongest
 * first, ties by `popularRank`. For one row as objects: `rowOf`.
 */
export interface Relation {
  /** Length `size + 1`, never falling; the last entry is the number of edges. */
  readonly edgeAt: Uint32Array
  /** Item index by edge; never the row's own, none twice in a row. */
  readonly to: Uint16Array | Uint32Array
  /** By edge, its place in `weightOf`: the weight of an edge is `weightOf[levels[edge]]`. A byte an edge keeps a model small in memory. */
  readonly levels: Uint8Array | Uint16Array
  /** Weights in (0, 1] by level; what no edge uses may be anything. */
  readonly weightOf: Float32Array
  /** `edgeAt[index]`. To be asked before anything of a row is read: a model file's rows are weighed and sorted when first asked for. */
  startOf(index: number): number
  /** "1 in n" of an edge; 0: not said. */
  oneIn(edge: number): number
}

/**
 * The model, read-only, addressed by item index 0..size-1.
 * Everything is in typed arrays; a `Product` object is made only for a card that is drawn.
 */
export interface Model {
  /** Content hash of the file. */
  readonly version: string
  /** Time of the newest row that training saw. */
  readonly asOf: EpochMs
  readonly currency: string | undefined
  readonly size: number
  /** Index of an item id, or -1. */
  indexOf(itemId: string): number
  product(index: number): Product
  itemId(index: number): string
  available(index: number): boolean
  /** Price in major units of `currency`, as in `product`; undefined when unknown. Makes no product. */
  price(index: number): number | undefined
  /** Group number; items of one product share it. Opaque. */
  group(index: number): number
  /** Indices of all items of the same group, including `index` itself, ascending. */
  twins(index: number): readonly number[]
  /** Numbers of the kind, motif and category in the model's tables; 0 means none. */
  kind(index: number): number
  motif(index: number): number
  category(index: number): number
  /** Number of the market that an item is sold in; 0: every market. */
  market(index: number): number
  /** The number of a market's name (ISO 3166-1 code, or what the feed calls it), in any case; -1 when no item names it. */
  marketOf(name: string): number
  /** What is looked at around it within a visit (decayed transition counts): the next click. Empty without events. */
  readonly viewed: Relation
  /** What lies in one basket with it (EASE). */
  readonly boughtWith: Relation
  /** What shoppers who looked at it bought in the end. Empty without events. */
  readonly boughtAfterView: Relation
  /** What its buyers bought at later orders. */
  readonly boughtAfter: Relation
  /** Median days from an order with it to the next order with one of its `boughtAfter`; 0 when unknown. */
  afterDays(index: number): number
  /** Content relations (title, design, kind): for items nobody has touched, and for `similar`. */
  readonly similar: Relation
  /** Indices whose popularity rises, strongest rise first; only what the floor lets be said. */
  readonly trending: Uint32Array
  /**
   * How much better an item sells in a month (0 = January) than the shop as a whole does then: one of 0.5, 1, 1.5, 2, 3, 4, 6, 8;
   * 1 when unknown.
   */
  seasonLift(index: number, month: number): number
  /** All indices by distinct customers of the recent window, most popular first; then of all time, then by visitors, then by item id. */
  readonly popular: Uint32Array
  /**
   * How many entries at the head of `popular` were bought by enough shoppers to be called popular (the floor, default 3), or
   * looked at where `params.listsByLooks` says so; the rest is an order to fill with, not a fact.
   */
  readonly popularKnown: number
  /** Indices of new items, newest first. */
  readonly newest: Uint32Array
  /**
   * Place among all items of the shop, 0 = most popular. Where shards are missing, `popular` holds the loaded items alone, in the same
   * order, and this may be above an item's position there.
   */
  popularRank(index: number): number
  reorder(index: number): Reorder | undefined
  readonly params: ModelParams
}

/** Constants of the ranking, tuned or defaulted by the CLI, and store-level facts that presets need. */
export interface ModelParams {
  /** Events older than this weigh half. Days. */
  viewHalfLifeDays: number
  /** Constants of the next click, tuned on the shop's last days. */
  next: NextParams
  /**
   * How much more the newest lines of a basket say than the first: the line `d` places before the newest speaks with
   * `(d + 1) ** -basketDecay`. 0: all alike. Tuned on the shop's last days. @default 0.5
   */
  basketDecay: number
  /** Decay of an item's weight per order back, 0..1. Tuned. @default 0.9 */
  orderDecay: number
  /** Worth of what is bought together with an own item, beside buying the item itself (1), in a list for who ordered before. Tuned. @default 0.5 */
  habitNeighbours: number
  /**
   * How much more an own item counts that is popular: times `1 + habitPopular * popularity`, where popularity falls from 1 (the most
   * popular item) to 0 (10,000 places behind it) with the logarithm of the rank. Tuned. @default 1
   */
  habitPopular: number
  /** Gap quantiles of days between purchases of one customer: G50, G75, G90, G95. */
  gapDays: [number, number, number, number]
  /** How many days before `asOf` still counts as new. */
  newWithinDays: number
  /** `popular` and `trending` count who looked at an item, since nothing is known of purchases. @default false */
  listsByLooks?: boolean
}

/**
 * Constants of ranking a running visit (the measured production design): seed `d` places back (0 = the newest distinct item) speaks with
 * `exp(-d / decay)`.
 */
export interface NextParams {
  /** Distinct items of the running visit that speak, newest first, 1..50. @default 10 */
  items: number
  /** In items, above 0. @default 1.5 */
  decay: number
  /** Weight of two-hop neighbours: `twoHop` times score times score, 0..1. @default 0.15 */
  twoHop: number
  /** What an item seen before gets for being seen, times its seed's weight; 0: never. @default 1 */
  reminder: number
  /** Share of `reminder` for the item looked at now, 0..1. @default 0.3 */
  current: number
  /** What each time that an item was looked at adds to its reminder, as a power of the times: 0 = times do not matter. @default 0 */
  times: number
}
