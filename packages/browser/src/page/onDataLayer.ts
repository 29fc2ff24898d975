import { lookAgain } from './lookAgain.ts'

/** One layer of a page, wrapped once however many listen. */
interface Tap {
  readonly listeners: Set<(entry: unknown) => void>
  layer: unknown[] | undefined
  stop(): void
}

const taps = new WeakMap<object, Map<string, Tap>>()

/**
 * Tells of each entry of a data layer: those there already, in order and before this returns, then each new one right after the
 * page's own `push` of it. The page's push comes first and its result is returned; it is wrapped once for all listeners, and is
 * again the page's own when the last of them has gone. A layer that is made late, or replaced, is found by `lookAgain`; no
 * setter, nothing else is touched.
 *
 * @param layerName of the array on `window`: `dataLayer`, or what the shop has told its tag manager
 * @param hear gets entries as the page pushed them: read, never change them. What it throws is dropped
 * @returns stops
 */
export function onDataLayer(page: Window & typeof globalThis, layerName: string, hear: (entry: unknown) => void): () => void {
  const ofPage = taps.get(page) ?? new Map<string, Tap>()
  taps.set(page, ofPage)
  const known = ofPage.get(layerName)
  const tap = known ?? { listeners: new Set(), layer: undefined, stop: () => {} }
  // A listener of its own, so that the same function may be given twice.
  const listener = (entry: unknown): void => hear(entry)
  tap.listeners.add(listener)
  if (known === undefined) {
    ofPage.set(layerName, tap)
    tap.stop = watch(page, layerName, tap)
  } else {
    tellAll(new Set([listener]), tap.layer ?? [])
  }
  return () => {
    if (!tap.listeners.delete(listener) || tap.listeners.size > 0) return
    ofPage.delete(layerName)
    tap.stop()
  }
}

/** Looks for the layer, tells what is in it and wraps its push. @returns undoes it */
function watch(page: Window & typeof globalThis, layerName: string, tap: Tap): () => void {
  let unwrap = (): void => {}
  const stopLooking = lookAgain(page, () => {
    const layer = readLayer(page, layerName)
    if (layer !== undefined && layer !== tap.layer) {
      unwrap()
      tap.layer = layer
      unwrap = wrapPush(layer, entries => tellAll(tap.listeners, entries))
      tellAll(tap.listeners, layer)
    }
    // A script may still put another array in its place, also one that comes long after the page.
    return false
  })
  return () => {
    stopLooking()
    unwrap()
  }
}

function readLayer(page: Window & typeof globalThis, layerName: string): unknown[] | undefined {
  // Own alone: an element with this id answers to `window.dataLayer` as well.
  const layer: unknown = Object.hasOwn(page, layerName) ? (page as unknown as Record<string, unknown>)[layerName] : undefined
  return Array.isArray(layer) ? layer : undefined
}

/** @returns puts the page's own push back, unless somebody has wrapped ours since: then ours stays and only passes on. */
function wrapPush(layer: unknown[], heard: (entries: readonly unknown[]) => void): () => void {
  const before = Object.getOwnPropertyDescriptor(layer, 'push')
  const push = layer.push
  let hears = true
  function wrapped(this: unknown, ...entries: unknown[]): number {
    try {
      return Reflect.apply(push, this, entries) as number
    } finally {
      // Also when the page's own push threw: what it was given stands in the layer.
      if (hears) heard(entries)
    }
  }
  try {
    // Not enumerable, as the array's own: a page may walk its layer with `for in`.
    Object.defineProperty(
      layer, 'push', { value: wrapped, configurable: true, writable: true, enumerable: before?.enumerable ?? false },
    )
  } catch {
    // A frozen layer: what was in it is all there will be.
  }
  return () => {
    hears = false
    if (Object.getOwnPropertyDescriptor(layer, 'push')?.value !== wrapped) return
    if (before === undefined) Reflect.deleteProperty(layer, 'push')
    else Object.defineProperty(layer, 'push', before)
  }
}

function tellAll(listeners: ReadonlySet<(entry: unknown) => void>, entries: readonly unknown[]): void {
  // By index, and as many as there are now: a listener may push, or leave.
  for (let index = 0, { length } = entries; index < length; index++) {
    for (const tell of [...listeners]) {
      try {
        tell(entries[index])
      } catch {
        // An entry of the page that cannot be read (a getter that throws): it is the page's, and the next one may be well.
      }
    }
  }
}
