// What reader and writer of the model file must agree on. The page that explains it: docs/model-format.md.

/** First four bytes: "SHOP". */
export const MAGIC = 0x504f4853

/** The format's number; a reader refuses any other. */
export const FORMAT_VERSION = 1

/** Sections, in the file's order; every one starts at a multiple of 4 bytes. */
export const SECTION_COUNT = 29

/** Bytes before the first section: magic, version, file length, item count, then one u32 length per section. */
export const HEADER_BYTES: number = 16 + SECTION_COUNT * 4

/**
 * The 64-bit numbers of the first section, in order: two-hop weight, decay per order, level steps of the basket and of the
 * content relation (these four are 0..1); `asOf`, digits of the currency's minor unit, `popularKnown`, entries of the string
 * table, 1 where page links (then picture links) take the id in lower case; half-life of a view in days, gap quantiles 50, 75,
 * 90, 95, units per line, purchase days, days that count as new.
 */
export const NUMBERS = 18

/**
 * The first entries of the string table (codes 1..5): currency or nothing, then what stands before and after the id in links
 * and pictures.
 */
export const LEADING_STRINGS = 5

/** Values of "bought with this by 1 in n" by 4-bit code; 0 = not said. Rounded up to one of these, so never overstated. */
export const ONE_IN: readonly number[] = [0, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 14, 16, 18, 20]

/** A re-order gap of code c (1..255) is `GAP_BASE ** (c - 1)` days: steps of 4 %, up to some 21,000 days. */
export const GAP_BASE = 1.04

/** A row's strongest weight is `exp(-scale / 4)`, `scale` 0..31. */
export const SCALE_STEP = 0.25

/** Milliseconds of a day: prices and first sales are kept by UTC day. */
export const DAY_MS = 864e5
