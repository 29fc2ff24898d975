import type { StoreNorms } from './storeNorms.ts'

/** Largest file that is read, bytes. */
export const maxNormsBytes = 262_144

type Read = (value: unknown, path: string) => unknown

/** @throws string the path of what is wrong */
const wrong = (path: string): never => {
  throw path
}

const number =
  (min: number, max: number): Read =>
  (value, path) =>
    typeof value === 'number' && value >= min && value <= max ? value : wrong(path)
const flag: Read = (value, path) => (typeof value === 'boolean' ? value : wrong(path))
const text =
  (form: RegExp): Read =>
  (value, path) =>
    typeof value === 'string' && form.test(value) ? value : wrong(path)
const list =
  (length: number, read: Read): Read =>
  (value, path) =>
    Array.isArray(value) && value.length === length ? value.map((one, at) => read(one, `${path}[${at}]`)) : wrong(path)
const rising =
  (length: number, read: Read): Read =>
  (value, path) => {
    const values = list(length, read)(value, path) as number[]
    return values.every((one, at) => at === 0 || one >= values[at - 1]!) ? values : wrong(path)
  }
/** Known fields alone; a name with `?` may be missing. */
const shape =
  (fields: Readonly<Record<string, Read>>): Read =>
  (value, path) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return wrong(path)
    const clean: Record<string, unknown> = {}
    for (const [name, read] of Object.entries(fields)) {
      const field = name.replace('?', '')
      const given = Object.hasOwn(value, field) ? (value as Record<string, unknown>)[field] : undefined
      if (given === undefined && name !== field) continue
      clean[field] = read(given, path === '' ? field : `${path}.${field}`)
    }
    return clean
  }
/** By a name from outside: without a prototype, for `__proto__` is a name like any other. */
const record =
  (most: number, read: Read): Read =>
  (value, path) => {
    const entries = typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value) : wrong(path)
    if (entries.length > most) wrong(path)
    const clean = Object.create(null) as Record<string, unknown>
    for (const [name, one] of entries) clean[name] = name.length > 200 ? wrong(path) : read(one, `${path}.${name}`)
    return clean
  }
/** What the compiler of rules reads; here only what it may weigh. */
const rules: Read = (value, path) =>
  Array.isArray(value) && value.length <= 200 && JSON.stringify(value).length <= 20_000 ? value : wrong(path)

const share = number(0, 1)
const days = number(0, 1e5)
const money = number(0, 1e12)
const ln = number(-30, 30)
/** Parameters of the purchase models: outside this range they are none. */
const parameter = number(1e-4, 1e6)

const norms = shape({
  'format': text(/^shopside-norms$/),
  'version': number(1, 1),
  'asOf': number(0, 864e13),
  'currency?': text(/^[A-Z]{3}$/),
  'timeZone?': text(/^[\w+/-]{1,60}$/),
  'lifecycle?': shape({
    'gapDays': rising(4, days),
    'recencyCuts': rising(4, days),
    'frequencyCuts': rising(4, number(1, 1e5)),
    'moneyCuts?': rising(4, money),
    'bulkUnitsPerLine': number(1, 1e9),
    'bulkOrderValue?': money,
    'valueCut?': money,
  }),
  'cltv?': shape({
    'model': text(/^(m?bg)-nbd$/),
    'r': parameter,
    'alpha': parameter,
    'a': parameter,
    'b': parameter,
    'spend?': shape({ p: parameter, q: number(1.0001, 1e6), gamma: number(1e-9, 1e18) }),
    'horizonWeeks': number(1, 520),
    'annualRate': share,
    'margin': share,
    'calibration?': parameter,
    'priorOnly': flag,
    'repeatBuyers': number(0, 1e9),
    'logLikelihood?': number(-1e12, 1e12),
    'fittedTo': number(0, 864e13),
  }),
  'tastes?': shape({ 'discounted?': share, 'shares': record(50, record(50, share)) }),
  'categories?': record(
    500,
    shape({
      'lnPriceMean?': ln,
      'lnPriceSd?': number(0, 30),
      'lnGapMean?': ln,
      'lnGapSd?': number(0, 30),
      'again?': share,
      'units?': number(0, 1e9),
    }),
  ),
  'hours?': list(24, share),
  'weekdays?': list(7, share),
  'season?': shape({ months: list(12, number(0, 1e3)), years: number(0, 1e3) }),
  'segments?': rules,
})

/**
 * Norms from parsed JSON, checked field by field, or the path of the first that is wrong: the file is taken whole or not at all.
 * Never throws; unknown fields are dropped. Rules in it are only weighed here: compiling them checks the rest.
 */
export function readNorms(json: unknown): StoreNorms | { reason: string } {
  try {
    return norms(json, '') as StoreNorms
  } catch (path) {
    // Thrown by `wrong`; anything else would be a getter's, and parsed JSON has none.
    return { reason: typeof path === 'string' && path !== '' ? path : 'no object' }
  }
}
