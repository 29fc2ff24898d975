import type { CatalogueRow } from './catalogueRow.ts'
import type { CatalogueField } from './columns.ts'
import { namedColumn, plainName } from './columns.ts'
import { readTable } from './readTable.ts'
import type { InputSource, RowSink } from './readInputs.ts'

/** What both generations of the export call a field, as `plainName` writes it: the legacy header first, then the current one. */
const fields = {
  handle: ['handle', 'urlhandle'],
  title: ['title'],
  brand: ['vendor'],
  category: ['type', 'productcategory'],
  standard: ['productcategory'],
  published: ['published', 'publishedononlinestore'],
  status: ['status'],
  sku: ['variantsku', 'sku'],
  price: ['variantprice', 'price'],
  listPrice: ['variantcompareatprice', 'compareatprice'],
  tracker: ['variantinventorytracker', 'inventorytracker'],
  stock: ['variantinventoryqty', 'inventoryquantity'],
  policy: ['variantinventorypolicy', 'continuesellingwhenoutofstock'],
  image: ['imagesrc', 'productimageurl'],
  variantImage: ['variantimage', 'variantimageurl'],
  name1: ['option1name'], value1: ['option1value'],
  name2: ['option2name'], value2: ['option2value'],
  name3: ['option3name'], value3: ['option3value'],
  label_0: ['googleshoppingcustomlabel0'], label_1: ['googleshoppingcustomlabel1'], label_2: ['googleshoppingcustomlabel2'],
  label_3: ['googleshoppingcustomlabel3'], label_4: ['googleshoppingcustomlabel4'],
} as const satisfies Record<string, readonly string[]>

type Field = keyof typeof fields
const labels = ['label_0', 'label_1', 'label_2', 'label_3', 'label_4'] as const

/** What the first row of a product says for all of its variants. */
type Product = Pick<
  Record<Field, string>, 'title' | 'brand' | 'category' | 'image' | 'name1' | 'name2' | 'name3' | 'published' | 'status'
>

/**
 * Shopify's product CSV, both generations (`Handle, … Variant SKU` and `URL handle, … SKU`). A row with an SKU or a price is a
 * variant; title, vendor, type and picture stand in the product's first row; the other rows are further pictures. The file
 * knows no variant numbers: the item id is the SKU.
 */
export async function readShopifyProducts({ path, kind, text, named }: InputSource, sink: RowSink<CatalogueRow>): Promise<void> {
  const at = {} as Record<Field, number>
  const products = new Map<string, Product>()
  await readTable(path, kind, text, {
    header(names) {
      const plain = names.map(plainName)
      for (const field of Object.keys(fields) as Field[]) {
        const wanted = field === 'sku' ? namedColumn(named, 'catalogue', 'item_id')
          : field === 'category' ? namedColumn(named, 'catalogue', 'category') : undefined
        const known: readonly string[] = wanted === undefined ? fields[field] : [plainName(wanted)]
        at[field] = known.reduce<number>((found, name) => found >= 0 ? found : plain.indexOf(name), -1)
      }
      return Object.values(at).filter(cell => cell >= 0)
    },
    row(all, place) {
      const cell = (field: Field): string => at[field] < 0 ? '' : all[at[field]]!.trim()
      const handle = cell('handle')
      const first = products.get(handle) ?? {
        title: cell('title'), brand: cell('brand'), category: cell('category') || cell('standard'), image: cell('image'),
        published: cell('published'), status: cell('status'), name1: cell('name1'), name2: cell('name2'), name3: cell('name3'),
      }
      if (!products.has(handle)) products.set(handle, first)
      if (cell('sku') === '' && cell('price') === '') return sink.leftOut('further pictures of a product')
      if (/^(draft|archived)$/i.test(first.status)) return sink.leftOut('drafts and archived products')
      if (/^false$/i.test(first.published)) return sink.leftOut('products that are not published')
      sink.row(toRow(cell, handle, first, field => place(at[cellOfField(field)])))
    },
    broken: sink.broken,
  })

  function toRow(
    cell: (field: Field) => string, handle: string, first: Product, place: CatalogueRow['place'],
  ): CatalogueRow {
    const cells: Partial<Record<CatalogueField, string>> = {
      item_id: cell('sku'), item_group_id: handle, title: first.title, brand: first.brand, category: first.category,
      price: cell('price'), list_price: cell('listPrice'), image_link: cell('variantImage') || first.image,
      link: handle === '' ? '' : `/products/${encodeURIComponent(handle)}`,
      availability: isAvailable(cell('tracker'), cell('stock'), cell('policy')) ? 'in stock' : 'out of stock',
    }
    const colour = ([['name1', 'value1'], ['name2', 'value2'], ['name3', 'value3']] as const)
      .find(([name]) => isColour(first[name]))
    if (colour) cells.colour = cell(colour[1])
    for (const label of labels) cells[label] = cell(label)
    return { cells, place }
  }
}

/** Where a field stands in this file, for a message. */
function cellOfField(field: CatalogueField): Field {
  if (field === 'item_id') return 'sku'
  if (field === 'title' || field === 'price') return field
  return field === 'list_price' ? 'listPrice' : 'handle'
}

/** True for the option that holds the colour, in the languages of the feeds that were looked at. */
export function isColour(option: string): boolean {
  return /^(colou?r|farbe|couleur|kleur|colore|cor)$/i.test(option.trim())
}

/** Sold out: counted, none left, and not sold on. Without a count Shopify sells it. */
export function isAvailable(tracker: string, stock: string, policy: string): boolean {
  const counted = /^-?\d+$/.test(stock) && tracker !== ''
  return !counted || Number(stock) > 0 || /^(continue|true|yes)$/i.test(policy)
}
