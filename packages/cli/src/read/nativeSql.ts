/**
 * The checks of `lineCheck` and `eventCheck` as SQL over text columns, rule by rule in the same order. Where SQL cannot be sure
 * to judge as they do, a row is `unclear`, and the whole file is read the other way: so both ways always give the same.
 *
 * Each check has a narrow pattern that nearly every cell fits, and a wider one that only the others are tried with: a bounded
 * repetition such as `{0,198}` costs RE2 a hundred times as much as `+`.
 */

/** One rule that refuses a row. `field` is the column it speaks of, `when` its condition in SQL. */
export interface RefuseRule {
  field: string
  reason: string
  remedy: string
  when: string
}

/** True (SQL) when an id column is empty or so plain that trimming and judging it is the same everywhere. */
export function isPlainId(column: string): string {
  const wide = `regexp_full_match(${column}, '[!-~\\p{L}\\p{N}][ -~\\p{L}\\p{N}]*')`
  return `CASE WHEN NOT ${column} GLOB '*[!!-~]*' THEN true
    ELSE ${wide} AND NOT ends_with(${column}, ' ') AND length(${column}) < 100 END`
}

/**
 * The form of nearly all times: without a zone, or in UTC as `toISOString` writes it. A bounded `{10}` is dear in RE2, but only what
 * does not fit this is tried with it.
 */
const hour = '([01]\\d|2[0-3])'
const usualTime = `\\d\\d\\d\\d-\\d\\d-\\d\\d([T ]${hour}:\\d\\d(:[0-5]\\d((\\.\\d+)?Z)?)?)?`
const zone = '( ?(Z|UTC|GMT|[+-]\\d\\d(:\\d\\d)?))?'
const zonedTime = `\\d\\d\\d\\d[-/]\\d\\d[-/]\\d\\d([T ]${hour}:\\d\\d(:[0-5]\\d([.,]\\d+)?)?)?${zone}`

/**
 * True (SQL) when a time column has the usual form: a column of its own (`usual`), for `isPlainTime` and `timeOf` both ask it.
 */
export function isUsualTime(column: string): string {
  return `regexp_full_match(${column}, '${usualTime}')`
}

/**
 * True (SQL) when a time column has a form that `timeOf` reads, or is surely none: it starts with a letter or a mark. An empty
 * time is unclear: the row may go on with the order of the row above.
 */
export function isPlainTime(column: string): string {
  const form = `${zonedTime}|\\d{10}(\\.\\d+)?|\\d{13}|[!-,:-~][!-~]*`
  return `CASE WHEN usual THEN true ELSE regexp_full_match(${column}, '(${form})') END`
}

/** Epoch ms (SQL) of a time column as `parseTime` gives it, or NULL. */
export function timeOf(column: string): string {
  const day = `replace(${column}[1:10], '/', '-')`
  const clock = `regexp_extract(${column}, '[T ](\\d\\d:\\d\\d(:\\d\\d)?)', 1)`
  const shift = `regexp_extract(${column}[11:], '[+-]\\d\\d(:\\d\\d)?$')`
  const minutes = `CASE WHEN ${shift} = '' THEN 0 ELSE (CASE WHEN ${shift}[1:1] = '-' THEN -1 ELSE 1 END)
    * (CAST(${shift}[2:3] AS INTEGER) * 60 + coalesce(TRY_CAST(${shift}[5:6] AS INTEGER), 0)) END`
  const local = `TRY_CAST(${day} || ' ' || CASE WHEN ${clock} = '' THEN '00:00' ELSE ${clock} END AS TIMESTAMP)`
  return `CASE
    WHEN usual THEN epoch_ms(TRY_CAST(left(${column}, 19) AS TIMESTAMP))
    WHEN regexp_full_match(${column}, '\\d{13}') THEN TRY_CAST(${column} AS BIGINT)
    WHEN regexp_full_match(${column}, '\\d{10}(\\.\\d+)?') THEN CAST(floor(TRY_CAST(${column} AS DOUBLE) * 1000) AS BIGINT)
    WHEN regexp_full_match(${column}, '${zonedTime}') THEN epoch_ms(${local}) - (${minutes}) * 60000
    END`
}

/** True (SQL) when `at` (epoch ms) lies in the years that `parseTime` knows: 2 January 1970 to the end of 2099. */
export function isKnownTime(at: string): string {
  return `(${at} IS NOT NULL AND ${at} >= 86400000 AND ${at} < ${Date.UTC(2100, 0)})`
}

/** What is wrong with a row (SQL): 'unclear', the number of the first rule that refuses it, or NULL. */
export function problemOf(clear: readonly string[], rules: readonly RefuseRule[]): string {
  const cases = rules.map(({ when }, rule) => `WHEN ${when} THEN '${rule}'`)
  return `CASE WHEN NOT (${clear.map(check => `(${check})`).join(' AND ')}) THEN 'unclear' ${cases.join(' ')} END`
}

/** A text as SQL writes it. */
export function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}
