import type { CatalogueItem } from '../../catalogue/CatalogueItem.ts'
import { families } from './all.ts'
import type { Silhouette } from './Silhouette.ts'

const byKind: ReadonlyMap<string, Silhouette> = new Map(families.flatMap(family => Object.entries(family)))

/**
 * The silhouette an item is drawn with.
 *
 * @returns `undefined` when nobody has drawn its kind yet, or the kind is unknown; the picture is then its initial
 */
export function silhouetteOf(item: CatalogueItem): Silhouette | undefined {
  return item.kind === undefined ? undefined : byKind.get(item.kind)
}
