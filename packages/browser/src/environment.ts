/**
 * What the client takes from the page it runs in. Read once, at load, so that a page that replaces a global later does not reach
 * us.
 */
export interface Environment {
  readonly window: Window & typeof globalThis
  /** Throws where storage is refused. */
  localStorage(): Storage
  /** undefined where the browser has none or refuses to say. */
  indexedDb(): IDBFactory | undefined
  /** undefined where the browser has none: a page on plain http. Throws where storage is refused. */
  caches(): CacheStorage | undefined
  setTimer(run: () => void, ms: number): unknown
  fetch(url: string, init: RequestInit): Promise<Response>
  createId(): string
}

/** The real page. */
export function browserEnvironment(page: Window & typeof globalThis): Environment {
  const { setTimeout: setTimer, fetch } = page
  return {
    window: page,
    localStorage: () => page.localStorage,
    indexedDb() {
      try {
        return page.indexedDB
      } catch {
        // A sandboxed frame: the getter itself throws.
        return undefined
      }
    },
    caches: () => page.caches,
    setTimer: (run, ms) => setTimer.call(page, run, ms),
    // No prototype: a method or headers that a page has added to Object.prototype are none of ours.
    fetch: (url, init) => fetch.call(page, url, Object.assign(Object.create(null) as RequestInit, init)),
    createId: () => randomId(page.crypto),
  }
}

/** Ten letters in base 36 (about 51 bits): tells tabs and stretches of remembering apart, names nobody. */
function randomId(crypto: Crypto | undefined): string {
  const numbers = new Uint32Array(2)
  try {
    crypto!.getRandomValues(numbers)
  } catch {
    // No crypto on a plain http page: Math.random tells tabs apart just as well.
    numbers[0] = Math.random() * 2 ** 32
    numbers[1] = Math.random() * 2 ** 32
  }
  return (numbers[0]!.toString(36) + numbers[1]!.toString(36)).slice(0, 10)
}
