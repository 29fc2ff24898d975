import { mainCurrency } from '../train/modelItems.ts'
import type { CatalogueItem } from './catalogueItem.ts'
import type { CatalogueRow } from './catalogueRow.ts'
import { chooseMarket } from './chooseMarket.ts'
import { readGoogleXml } from './googleXml.ts'
import { countLeftOut } from './leftOut.ts'
import { sniffDecimalMark } from './parseAmount.ts'
import type { FormatReaders, InputsOptions, InputsRead } from './readInputs.ts'
import { readInputs } from './readInputs.ts'
import type { Refusals } from './refusals.ts'
import { readShopifyJson } from './shopifyJson.ts'
import { readShopifyProducts } from './shopifyProducts.ts'
import { readTableCatalogue } from './tableCatalogue.ts'
import { toItem } from './toItem.ts'
import { readWooProducts } from './wooProducts.ts'

/** What a catalogue held. */
export interface Catalogue extends InputsRead {
  /** Ascending by id in code units, each id once. */
  items: CatalogueItem[]
  /** Fields that were dropped from rows that were kept: a price that is none, a date that is none. */
  dropped: Refusals
  /** Other ids of the items (SKU, variant number) → item id; never an id that is an item's own, or that two items share. */
  otherIds: ReadonlyMap<string, string>
}

/** How to read a catalogue. */
export interface CatalogueOptions extends InputsOptions {
  /** Fields that are left out of rows that stay. */
  dropped: Refusals
  /** `--market`: items of this market, and of none, alone. @default see `chooseMarket` */
  market?: string
  /** `--currency`: ISO 4217, for prices that name none. */
  currency?: string
  /** Epoch ms: which sale prices count. @default Date.now() */
  now?: number
}

const readers: FormatReaders<CatalogueRow> = {
  generic: readTableCatalogue, 'google-xml': readGoogleXml, 'shopify-json': readShopifyJson,
  'shopify-products': readShopifyProducts, 'woocommerce-products': readWooProducts,
}

/**
 * Reads a catalogue: a file, a folder of pages, or a pattern. A row needs an id and a title. Of two rows with one id the later
 * counts, and it is reported. `onProgress` counts the bytes of one file at a time.
 *
 * @throws InputError when a file cannot be read or a required column is missing
 */
export async function readCatalogue(path: string, options: CatalogueOptions): Promise<Catalogue> {
  const { refused, dropped } = options
  const rows: CatalogueRow[] = []
  const leftOut = countLeftOut()
  const { rows: count, files } = await readInputs({
    path, role: 'catalogue', options, readers, leftOut, onRow: row => rows.push(row),
  })
  const mark = sniffDecimalMark(rows.flatMap(({ cells }) => [cells.price ?? '', cells.sale_price ?? '']))
  const { now = Date.now(), currency } = options
  const context = { mark, now, refused, dropped, ...(currency === undefined ? {} : { currency }) }
  const read: { item: CatalogueItem; row: CatalogueRow }[] = []
  for (const row of rows) {
    const item = toItem(row, read.at(-1)?.item, context)
    if (item) read.push({ item, row })
  }
  // GB and gb are one market, spelt as it first is: the page's is compared without regard to case too.
  const markets = new Map<string, string>()
  for (const { item } of read) {
    if (item.market === undefined) continue
    const key = item.market.toLowerCase()
    item.market = markets.get(key) ?? item.market
    markets.set(key, item.market)
  }
  const { only } = chooseMarket(read.map(({ item }) => ({ itemId: item.itemId, market: item.market ?? '' })), options.market)
  const items = new Map<string, CatalogueItem>()
  const otherIds = new Map<string, string>()
  const shared = new Set<string>()
  for (const { item, row } of read) {
    if (only !== undefined && (item.market ?? only) !== only) {
      leftOut.add(`market ${item.market} (--market chooses; now ${only})`)
      continue
    }
    if (items.has(item.itemId)) {
      const reason = 'the same id again: the later row counts'
      dropped.add(reason, 'keep one row per item', row.place('item_id'), item.itemId)
    }
    items.set(item.itemId, item)
    for (const id of row.otherIds ?? []) {
      if (id === '' || shared.has(id)) continue
      if ((otherIds.get(id) ?? item.itemId) !== item.itemId) shared.add(id)
      otherIds.set(id, item.itemId)
    }
  }
  for (const id of otherIds.keys()) if (items.has(id) || shared.has(id)) otherIds.delete(id)
  const main = mainCurrency([...items.values()])
  for (const { item, row } of read) {
    if (items.get(item.itemId) !== item || item.price === undefined || (item.currency ?? main) === main) continue
    const reason = `a price in another currency than most (${main}), which no card shows`
    dropped.add(reason, 'give all prices in one, or each market a model of its own', row.place('price'), item.currency!)
  }
  return {
    items: [...items.values()].sort((a, b) => a.itemId < b.itemId ? -1 : 1), rows: count, dropped, leftOut: leftOut.list(),
    otherIds, files,
  }
}
