/** Which events of the data layer come in. */
export interface LayerDoor {
  /** @param isLate the entry was there before us: at the start, and once more after an answer */
  lets(name: string, entry: object, isLate: boolean, isGranted: boolean): boolean
  /** A refusal has emptied the page's memory: nothing was said. */
  forget(): void
}

/**
 * Without an answer, a page knows its own item and basket, and nothing of the way here. A grant keeps that and has the layer read
 * anew, for the rest: what an entry has told before is not told again.
 */
export function createLayerDoor(): LayerDoor {
  let told = new WeakMap<object, string[]>()
  return {
    lets(name, entry, isLate, isGranted) {
      const before = told.get(entry) ?? []
      if (isGranted) return !(isLate && before.includes(name))
      if (!/^view_item$|cart$/.test(name)) return false
      told.set(entry, [...before, name])
      return true
    },
    forget() {
      told = new WeakMap()
    },
  }
}
