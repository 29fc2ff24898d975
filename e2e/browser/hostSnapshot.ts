/** Event that makes the page compare itself with what it was before any script ran. */
export const checkEvent = 'e2e:check'

/** Begins every console line of the snapshot, so that the oracle knows it. */
export const changedMark = 'e2e: the host page was changed: '

/**
 * Runs inside the page before any of its scripts: remembers every built-in that a guest might patch, and says so in the
 * console when one of them has changed, at `pagehide` and whenever `checkEvent` is dispatched. Globals may gain `shopside` alone.
 */
export function installHostSnapshot({ checkEvent, changedMark }: { checkEvent: string; changedMark: string }): void {
  const watched: [string, object][] = []
  for (const name of [
    'Object', 'Function', 'Array', 'String', 'Number', 'Promise', 'Map', 'Set', 'RegExp', 'Date', 'JSON', 'Math', 'Reflect',
    'Symbol',
    'EventTarget', 'Node', 'Element', 'HTMLElement', 'HTMLFormElement', 'HTMLAnchorElement', 'Document', 'DocumentFragment',
    'ShadowRoot',
    'History', 'Location', 'Navigator', 'Storage', 'XMLHttpRequest', 'Request', 'Response', 'Headers', 'FormData', 'URL',
    'IDBFactory', 'IDBDatabase', 'IDBObjectStore', 'IDBTransaction', 'BroadcastChannel', 'MutationObserver',
    'IntersectionObserver',
  ]) {
    const value = (window as unknown as Record<string, unknown>)[name] as { prototype?: object } | undefined
    if (value === undefined) continue
    watched.push([name, value])
    if (typeof value.prototype === 'object') watched.push([`${name}.prototype`, value.prototype])
  }
  watched.push(['history', history], ['navigator', navigator], ['location', location], ['document', document])

  const describe = (target: object): Map<PropertyKey, unknown> => {
    const found = new Map<PropertyKey, unknown>()
    for (const key of Reflect.ownKeys(target)) {
      const property = Object.getOwnPropertyDescriptor(target, key)
      found.set(
        key, typeof property?.value === 'function' || property?.get !== undefined ? property.value ?? property.get : 'data',
      )
    }
    return found
  }
  const before = watched.map(([name, target]) => ({ name, target, properties: describe(target) }))
  const functionsBefore = new Map(
    Reflect.ownKeys(window).flatMap(key => {
      const value = Object.getOwnPropertyDescriptor(window, key)?.value as unknown
      return typeof value === 'function' ? [[key, value] as const] : []
    }),
  )
  const globalsBefore = new Set(Reflect.ownKeys(window))

  const check = (): void => {
    const changes: string[] = []
    for (const { name, target, properties } of before) {
      const now = describe(target)
      for (const [key, value] of now) if (properties.get(key) !== value) changes.push(`${name}.${String(key)}`)
      for (const key of properties.keys()) if (!now.has(key)) changes.push(`${name}.${String(key)} (gone)`)
    }
    for (const [key, value] of functionsBefore) {
      if (Object.getOwnPropertyDescriptor(window, key)?.value !== value) changes.push(`window.${String(key)}`)
    }
    for (const key of Reflect.ownKeys(window)) {
      if (globalsBefore.has(key) || key === 'shopside' || /^(\d+|__pw.*|__playwright.*)$/.test(String(key))) continue
      changes.push(`window.${String(key)} (new)`)
    }
    const ours = changes.filter(change => !/^document\.(location|visibilityState|hidden)\b/.test(change))
    if (ours.length > 0) console.error(changedMark + ours.join(', '))
  }
  addEventListener('pagehide', check)
  addEventListener(checkEvent, check)
}
