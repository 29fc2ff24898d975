import type { Place } from '../inputError.ts'
import type { CatalogueRow } from './catalogueRow.ts'
import type { CatalogueField } from './columns.ts'
import { namedColumn, plainName } from './columns.ts'
import { readTable } from './readTable.ts'
import type { InputSource, RowSink } from './readInputs.ts'

/** A row of the export: its cells by plain header name. */
interface WooRow {
  cells: ReadonlyMap<string, string>
  place: (name: string) => Place
}

const wanted = [
  'id', 'type', 'sku', 'name', 'published', 'visibilityincatalog', 'datesalepricestarts', 'datesalepriceends', 'instock', 'stock',
  'backordersallowed', 'regularprice', 'saleprice', 'categories', 'images', 'parent', 'externalurl', 'brands',
]

/** Fields of the common row by the column that holds them, for a message. */
const columnOf: Partial<Record<CatalogueField, string>> = {
  item_id: 'id', title: 'name', price: 'regularprice', sale_price: 'saleprice', category: 'categories', link: 'externalurl',
}

/**
 * WooCommerce's product CSV (its Product CSV Import Schema). A variation takes title, category and picture from its parent,
 * which it names as `id:123` or by SKU, before or after it in the file; the parent itself is no item. The item id is the
 * number, which a WooCommerce page reports; orders may name it by its SKU. `--map item_id=SKU` makes the SKU the id.
 */
export async function readWooProducts({ path, kind, text, named }: InputSource, sink: RowSink<CatalogueRow>): Promise<void> {
  const rows: WooRow[] = []
  const idColumn = plainName(namedColumn(named, 'catalogue', 'item_id') ?? 'id')
  let columns: [name: string, cell: number][] = []
  await readTable(path, kind, text, {
    header(names) {
      columns = names.map((name, cell): [string, number] => [plainName(name), cell])
        .filter(([name]) => wanted.includes(name) || name === idColumn || /^attribute\d(name|values?)$/.test(name))
      return columns.map(([, cell]) => cell)
    },
    row(all, place) {
      const at = new Map(columns)
      rows.push({
        cells: new Map(columns.map(([name, cell]) => [name, all[cell]!.trim()])), place: name => place(at.get(name) ?? 0),
      })
    },
    broken: sink.broken,
  })
  const parents = new Map<string, WooRow>()
  const withVariations = new Set<WooRow>()
  for (const row of rows) {
    if (typeOf(row) === 'variation') continue
    for (const key of [`id:${cellOf(row, 'id')}`, cellOf(row, 'sku')]) if (key !== '' && key !== 'id:') parents.set(key, row)
  }
  for (const row of rows) {
    const parent = typeOf(row) === 'variation' ? parents.get(cellOf(row, 'parent')) : undefined
    if (parent) withVariations.add(parent)
  }
  for (const row of rows) {
    const parent = parents.get(cellOf(row, 'parent'))
    if (typeOf(row) === 'grouped') sink.leftOut('grouped products (their parts are items)')
    else if (withVariations.has(row)) sink.leftOut('products with variations (their variations are items)')
    else if (![row, ...(parent ? [parent] : [])].every(isPublished)) sink.leftOut('products that are not published')
    else sink.row(toRow(row, typeOf(row) === 'variation' ? parent : undefined, idColumn))
  }
}

function cellOf(row: WooRow | undefined, name: string): string {
  return row?.cells.get(name) ?? ''
}

/** `simple, virtual` is simple. */
function typeOf(row: WooRow): string {
  return ['variation', 'variable', 'grouped'].find(type => cellOf(row, 'type').toLowerCase().includes(type)) ?? 'simple'
}

/** 1 is published, 0 private, -1 a draft; hidden from the catalogue is not for recommending. */
function isPublished(row: WooRow): boolean {
  const published = cellOf(row, 'published')
  return (published === '' || published === '1') && cellOf(row, 'visibilityincatalog').toLowerCase() !== 'hidden'
}

function toRow(row: WooRow, parent: WooRow | undefined, idColumn: string): CatalogueRow {
  const own = (name: string): string => cellOf(row, name)
  const either = (name: string): string => own(name) || cellOf(parent, name)
  const id = own(idColumn)
  const cells: Partial<Record<CatalogueField, string>> = {
    item_id: id, item_group_id: parent ? cellOf(parent, idColumn) || cellOf(parent, 'id') : '', title: either('name'),
    price: own('regularprice'), sale_price: own('saleprice'), sale_from: own('datesalepricestarts'),
    sale_until: own('datesalepriceends'), category: firstOf(either('categories')), brand: firstOf(either('brands')),
    image_link: firstOf(either('images')), link: own('externalurl'),
    availability: /^\d|^-/.test(own('stock')) && !/^(1|yes|notify)$/i.test(own('backordersallowed')) ? own('stock')
      : own('instock') === '0' ? 'out of stock' : 'in stock',
  }
  for (let number = 1; number <= 9; number++) {
    if (!/^colou?r|^farbe|^couleur|^kleur/i.test(own(`attribute${number}name`))) continue
    cells.colour = firstOf(own(`attribute${number}values`) || own(`attribute${number}value`))
  }
  const place = (field: CatalogueField): Place => row.place(field === 'item_id' ? idColumn : columnOf[field] ?? 'id')
  return { cells, place, otherIds: [idColumn === 'sku' ? own('id') : own('sku')] }
}

/** The first of several values: separated by commas, a comma in a value is written `\,`. */
function firstOf(text: string): string {
  return (/^(?:\\,|[^,])*/.exec(text)?.[0] ?? '').replaceAll('\\,', ',').trim()
}
