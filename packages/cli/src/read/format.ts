import { InputError } from '../inputError.ts'
import type { InputRole } from './columns.ts'
import { plainName } from './columns.ts'
import { headerRecords, readHeader } from './readTable.ts'
import { parquetNames } from './readParquet.ts'
import { readRecords } from './readRecords.ts'
import type { TextOptions } from './readText.ts'
import { refuseOtherRole, refuseRole } from './refuseOtherRole.ts'
import type { FileKind } from './sniffFile.ts'
import { sniffFile } from './sniffFile.ts'

/** What is understood. `generic` is any table whose columns are found by name or by `--map`. */
export type Format =
  | 'google-xml' | 'google-table' | 'shopify-json' | 'shopify-products' | 'woocommerce-products'
  | 'shopify-orders' | 'woocommerce-orders' | 'ga4' | 'segment' | 'generic'

/** What a file was recognised as. */
export interface Recognised {
  kind: FileKind
  format: Format
  /** How `--format` and `check` call it. */
  title: string
  /** Delimiter of a table. */
  delimiter?: string
  /** Column names, or the fields of the first object; empty for XML. */
  names: string[]
}

interface FormatRule {
  roles: readonly InputRole[]
  title: string
  kinds: readonly FileKind[]
  /** By column names as `plainName` writes them. */
  fits(has: (name: string) => boolean): boolean
}

/** First fit wins: the particular before the general. Names as in the public field lists of each export (docs/feeds.md). */
const rules: Readonly<Record<Format, FormatRule>> = {
  'google-xml': { roles: ['catalogue'], title: 'Google Merchant XML', kinds: ['xml'], fits: () => true },
  'shopify-json': {
    roles: ['catalogue'], title: 'Shopify products.json', kinds: ['json'], fits: has => has('variants') && has('handle'),
  },
  'shopify-products': {
    roles: ['catalogue'], title: 'Shopify product CSV', kinds: ['table'],
    fits: has => (has('handle') && has('variantsku')) || (has('urlhandle') && has('option1value')),
  },
  'woocommerce-products': {
    roles: ['catalogue'], title: 'WooCommerce product CSV', kinds: ['table'],
    fits: has => has('type') && has('regularprice') && has('name') && (has('parent') || has('visibilityincatalog')),
  },
  'google-table': {
    roles: ['catalogue'], title: 'Google Merchant table', kinds: ['table'],
    fits: has => has('id') && has('title') && has('imagelink') && (has('availability') || has('itemgroupid')),
  },
  'shopify-orders': {
    roles: ['orders'], title: 'Shopify orders CSV', kinds: ['table'],
    fits: has => has('name') && has('lineitemquantity') && has('lineitemname'),
  },
  'woocommerce-orders': {
    roles: ['orders'], title: 'WooCommerce orders (REST)', kinds: ['json'],
    fits: has => has('lineitems') && (has('datecreatedgmt') || has('datecreated')),
  },
  ga4: {
    roles: ['orders', 'events'], title: 'GA4 BigQuery export', kinds: ['json', 'parquet'],
    fits: has => has('eventname') && has('eventtimestamp') && has('items'),
  },
  segment: {
    roles: ['orders', 'events'], title: 'Segment warehouse table', kinds: ['table', 'json', 'parquet'],
    fits: has => has('anonymousid') && (has('event') || has('products')) && (has('receivedat') || has('originaltimestamp')),
  },
  generic: { roles: ['catalogue', 'orders', 'events'], title: 'table', kinds: ['table', 'json', 'parquet'], fits: () => true },
}

/**
 * What a file is: by its content, or as `formats` (`--format`) says, as far as it names one for this role.
 *
 * @throws InputError when the file cannot be read, is of a kind that the format is not written in, or holds something else than
 * `role`
 */
export async function recognise(
  path: string, role: InputRole, options: TextOptions & { formats?: readonly Format[]; named?: ReadonlyMap<string, string> },
): Promise<Recognised> {
  const text: TextOptions = options.encoding === undefined ? {} : { encoding: options.encoding }
  const kind = await sniffFile(path, options.encoding)
  const { names, delimiter } = await namesOf(path, kind, text)
  const plain = new Set(names.map(plainName))
  const told = options.formats?.find(format => rules[format].roles.includes(role))
  const has = (name: string): boolean => plain.has(name)
  const fitting = (Object.keys(rules) as Format[]).filter(format => rules[format].kinds.includes(kind) && rules[format].fits(has))
  const found = told ?? fitting.find(format => rules[format].roles.includes(role))
  // Who names columns or a format knows what the file is.
  if (found === 'generic' && !told && !options.named?.size) {
    const [first] = fitting
    if (first !== undefined && first !== 'generic') refuseRole(rules[first].roles[0]!, role, path)
    refuseOtherRole(has, role, path)
  }
  if (found === undefined || !rules[found].kinds.includes(kind)) {
    const what = { table: 'a table', json: 'JSON', xml: 'XML', parquet: 'Parquet' }[kind]
    throw new InputError(
      `is ${what}, and cannot be read as ${found === undefined ? role : rules[found].title}`,
      `give one of: ${formatsOf(role).map(format => `${rules[format].title} (${rules[format].kinds.join(', ')})`).join('; ')}`,
      { file: path },
    )
  }
  return { kind, format: found, title: rules[found].title, names, ...(delimiter === undefined ? {} : { delimiter }) }
}

/** The formats of a role, as `--format` names them. */
export function formatsOf(role: InputRole): Format[] {
  return (Object.keys(rules) as Format[]).filter(format => rules[format].roles.includes(role))
}

/** True for a name that `--format` may give. */
export function isFormat(name: string): name is Format {
  return Object.hasOwn(rules, name)
}

async function namesOf(path: string, kind: FileKind, text: TextOptions): Promise<{ names: string[]; delimiter?: string }> {
  if (kind === 'xml') return { names: [] }
  if (kind === 'parquet') return { names: await parquetNames(path) }
  if (kind === 'table') return readHeader(path, text)
  const names = new Set<string>()
  let records = 0
  await readRecords(path, text, {
    record(record) {
      for (const name of Object.keys(record)) names.add(name)
      return ++records < headerRecords
    },
    broken: () => {},
  })
  return { names: [...names] }
}
