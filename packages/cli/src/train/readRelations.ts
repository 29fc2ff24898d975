import type { ModelParts, Neighbour } from '@shopside/engine'
import { InputError } from '../inputError.ts'
import { readTable } from '../read/readTable.ts'
import { sniffFile } from '../read/sniffFile.ts'
import type { Refusals } from '../read/refusals.ts'

/** Relations that another system may bring. */
const relations = ['viewed', 'boughtWith', 'boughtAfterView', 'boughtAfter', 'similar'] as const
export type RelationName = typeof relations[number]

/** Names in the file: `bought_with` and `boughtWith` are one. */
const named = new Map(relations.map(name => [name.toLowerCase(), name]))

/** Rows of a relations file, strongest first, and what was left out. */
export interface ReadRelations {
  rows: Partial<Record<RelationName, Neighbour[][]>>
  /** Relations taken, by name. */
  kept: Partial<Record<RelationName, number>>
  /** Rows of the file, broken ones included. */
  rowsRead: number
  /** Rows of items that the catalogue does not hold. */
  notInCatalogue: number
}

/**
 * Relations from another system: a table of `relation,item_id,other_id,weight`, weights above 0 (brought to (0, 1] by the
 * largest of their relation). A relation that the file names replaces ours whole.
 *
 * @param index item number by id
 * @param most neighbours per item at most: the strongest
 * @throws InputError when the file cannot be read or lacks a column
 */
export async function readRelations(
  path: string, index: ReadonlyMap<string, number>, most: number, refused: Refusals,
): Promise<ReadRelations> {
  const found = new Map<RelationName, Map<number, Map<number, number>>>()
  const largest = new Map<RelationName, number>()
  let notInCatalogue = 0
  let rowsRead = 0
  let columns: number[] = []
  await readTable(path, await sniffFile(path), {}, {
    header(names) {
      columns = ['relation', 'item_id', 'other_id', 'weight'].map(wanted => {
        const at = names.findIndex(name => name.trim().toLowerCase() === wanted)
        const remedy = 'write relation,item_id,other_id,weight'
        if (at < 0) throw new InputError(`has no column ${wanted}`, remedy, { file: path, line: 1 })
        return at
      })
      return columns
    },
    row(cells, place) {
      rowsRead++
      const [relation, itemId, otherId, text] = columns.map(at => cells[at]!.trim()) as [string, string, string, string]
      const name = named.get(relation.toLowerCase().replace(/[\s_-]/g, ''))
      if (!name) {
        refused.add('an unknown relation', `one of: ${relations.join(', ')}`, place(columns[0]!), relation)
        return
      }
      const weight = Number(text)
      if (text === '' || !(weight > 0) || weight === Infinity) {
        refused.add('a weight that is no number above 0', 'write 0.25', place(columns[3]!), text)
        return
      }
      const from = index.get(itemId)
      const to = index.get(otherId)
      if (from === undefined || to === undefined) notInCatalogue++
      else if (from === to) refused.add('an item as its own neighbour', 'leave the row out', place(columns[2]!), otherId)
      else {
        const rows = found.get(name) ?? new Map<number, Map<number, number>>()
        const row = rows.get(from) ?? new Map<number, number>()
        found.set(name, rows.set(from, row.set(to, weight)))
        largest.set(name, Math.max(largest.get(name) ?? 0, weight))
      }
    },
    broken(reason, remedy, place, value) {
      rowsRead++
      refused.add(reason, remedy, place, value)
    },
  })
  const read: ReadRelations = { rows: {}, kept: {}, rowsRead, notInCatalogue }
  for (const [name, rows] of found) {
    const top = largest.get(name)!
    read.rows[name] = Array.from({ length: index.size }, (_, item) => [...rows.get(item) ?? []]
      .sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, most)
      .map(([other, weight]) => ({ index: other, weight: weight / top })))
    read.kept[name] = read.rows[name].reduce((sum, row) => sum + row.length, 0)
  }
  return read
}

/** `parts` with the relations that another system brought instead of ours. */
export function withRelations(parts: ModelParts, { rows }: ReadRelations): ModelParts {
  return { ...parts, ...rows }
}
