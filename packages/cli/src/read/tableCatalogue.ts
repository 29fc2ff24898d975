import { basename } from 'node:path'
import type { CatalogueRow } from './catalogueRow.ts'
import { catalogueAliases, findColumns } from './columns.ts'
import type { CatalogueField } from './columns.ts'
import type { InputSource, RowSink } from './readInputs.ts'
import { readTable } from './readTable.ts'

/** A catalogue whose rows are items and whose columns are found by name: Google Merchant tables and any other. */
export async function readTableCatalogue({ path, kind, text, named }: InputSource, sink: RowSink<CatalogueRow>): Promise<void> {
  let columns: Record<CatalogueField, number> | undefined
  await readTable(path, kind, text, {
    header(names) {
      columns = findColumns<CatalogueField>(
        names, catalogueAliases, ['item_id', 'title'], named, 'catalogue', basename(path),
      )
      return Object.values(columns).filter(at => at >= 0)
    },
    row(all, place) {
      const at = columns!
      const cells: Partial<Record<CatalogueField, string>> = {}
      for (const field of Object.keys(at) as CatalogueField[]) if (at[field] >= 0) cells[field] = all[at[field]]!.trim()
      if (cells.item_id === '' && cells.title === '') return sink.leftOut('rows without id and title')
      sink.row({ cells, place: field => place(at[field]) })
    },
    broken: sink.broken,
  })
}
