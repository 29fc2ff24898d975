// What reader and writer of the model file must agree on. The page that explains it: docs/model-format.md.

/** First four bytes: "SHOP". */
export const MAGIC = 0x504f4853

/** The format's number; a reader refuses any other. */
export const FORMAT_VERSION = 4

/** Relations, in the file's order. */
export const RELATIONS = ['viewed', 'boughtWith', 'boughtAfterView', 'boughtAfter', 'similar'] as const

/** Streams of a relation. */
export const STREAMS = 5

/**
 * Sections before those of the items: numbers, texts, newest, trending, items per shard, hashes of shards, id hashes, their
 * shards.
 */
export const HEAD_SECTIONS = 8

/** Columns of items. */
export const COLUMNS = 20

/** Sections, in the file's order; every one starts at a multiple of 4 bytes. Between head and columns: rim, text, lengths. */
export const SECTION_COUNT: number = HEAD_SECTIONS + 3 + COLUMNS + 1 + RELATIONS.length * STREAMS

/**
 * Bytes before the first section: magic, version, file length, tag, own items, rim items, number of the first own item, entries
 * of the string table, markets (its first entries); then one u32 length per section.
 */
export const HEADER_BYTES: number = 36 + SECTION_COUNT * 4

/**
 * The 64-bit numbers of a head, in order: decay per order, two-hop weight, share of the current item's reminder (these three
 * 0..1); `asOf`, items of the shop, digits of the currency's minor unit, how many are popular, 1 where page links (then picture
 * links) take the id in lower case; the next click's items, decay, reminder, times; worth of basket neighbours and of popularity
 * for who ordered before; half-life of a view in days, gap quantiles 50, 75, 90, 95, days that count as new, decay of a
 * basket's lines, 1 where lists count looks. Then six per relation: see `relation.ts`.
 */
export const PARAMS = 23

/** Of these the first are shares, 0..1. */
export const SHARES = 3

/** Numbers of a relation: base, step, out, in, 1 when a pair is written once, bits of a level. */
export const RELATION_NUMBERS = 6

/** A weight is `exp(-code / CODES_PER_E)`, code 0..255. */
export const CODES_PER_E = 16

/** A row's strongest weight is one of `exp(-scale / 4)`: so many codes a step of the scale. */
export const SCALE_CODES = 4

/** How many edges of a row may carry "1 in n". */
export const SAID_PER_ROW = 3

/** Values of "1 in n" by 4-bit code; 0 = not said. Rounded up to one of these, so never overstated. */
export const ONE_IN: readonly number[] = [0, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 14, 16, 18, 20]

/** Season lifts by 3-bit code. */
export const LIFTS: readonly number[] = [1, 0.5, 1.5, 2, 3, 4, 6, 8]

/** A re-order gap of code c (1..255) is `GAP_BASE ** (c - 1)` days: steps of 4 %, up to some 21,000 days. */
export const GAP_BASE = 1.04

/** Stands between the labels of an item in the string table. */
export const LABEL_SEPARATOR = '\x1f'

/** Milliseconds of a day: prices and first sales are kept by UTC day. */
export const DAY_MS = 864e5
