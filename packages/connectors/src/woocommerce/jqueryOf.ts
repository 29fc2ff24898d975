/** As much of jQuery as its events need: they do not reach `addEventListener`. */
type JQuery = (target: EventTarget) => {
  on(names: string, hear: (event: unknown, ...details: unknown[]) => void): unknown
  off(names: string, hear: (event: unknown, ...details: unknown[]) => void): unknown
  trigger(name: string): unknown
}

/** The page's own jQuery; undefined where it has none (yet). */
export function jqueryOf(page: Window): JQuery | undefined {
  const { jQuery } = page as Window & { jQuery?: unknown }
  return typeof jQuery === 'function' ? jQuery as JQuery : undefined
}
