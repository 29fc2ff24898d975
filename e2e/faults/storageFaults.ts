import type { SurfaceWindow } from '../browser/plainShop.ts'
import { must, type Fault } from './fault.ts'
import type { Stage } from './stage.ts'

/** Goes on in memory: nothing is promised, one coded warning, and rows still work. */
async function expectMemory(stage: Stage): Promise<void> {
  const page = stage.context.pages()[0]!
  const status = await stage.status(page)
  must(status.storage.mode === 'memory', `storage.mode is ${status.storage.mode}`)
  must(stage.acknowledged.size === 0, `${stage.acknowledged.size} events were called written`)
  const codes = status.warnings.map(warning => warning.code)
  must(codes.filter(code => code.startsWith('storage-')).length === 1, `warnings: ${codes.join(' ') || 'none'}`)
  const cards = await page.evaluate(
    async () => (await (window as unknown as SurfaceWindow).shopside.recommend({ strategy: 'popular', limit: 4 })).length,
  )
  must(cards === 4, `recommend gave ${cards}`)
}

/** Opens a database of ours as another program would, with no handler for other versions. Ends when `body` has resolved. */
const rawOpen = (version: string, body: string): string => `new Promise((done, failed) => {
  const request = indexedDB.open('shopside'${version})
  request.onerror = () => failed(request.error)
  request.onsuccess = () => { const db = request.result; ${body} }
})`

/** Databases that are missing, refuse, hang, are held by others, or are full. */
export const storageFaults: Fault[] = [
  {
    id: '1', name: 'indexedDB is undefined',
    inject: stage => stage.script(() => {
      Object.defineProperty(window, 'indexedDB', { configurable: true, get() { console.debug('e2e: fired'); return undefined } })
    }),
    expect: expectMemory,
  },
  {
    id: '2', name: 'the indexedDB getter throws SecurityError',
    inject: stage => stage.script(() => {
      Object.defineProperty(
        window, 'indexedDB',
        { configurable: true, get() { console.debug('e2e: fired'); throw new DOMException('refused', 'SecurityError') } },
      )
    }),
    expect: expectMemory,
  },
  {
    id: '3', name: 'open() throws at once',
    inject: stage => stage.script(() => {
      IDBFactory.prototype.open = () => { console.debug('e2e: fired'); throw new DOMException('refused', 'InvalidStateError') }
    }),
    expect: expectMemory,
  },
  {
    id: '4', name: 'open() fails once (UnknownError), then works',
    inject: stage => stage.script(() => {
      const { open } = IDBFactory.prototype
      let calls = 0
      IDBFactory.prototype.open = function (this: IDBFactory, ...args) {
        if (++calls > 1) return open.apply(this, args)
        console.debug('e2e: fired')
        const request = open.call(this, `aborted-${Math.random()}`, 1)
        request.addEventListener('upgradeneeded', event => {
          event.stopImmediatePropagation() // a broken backing store fails before it asks for anything
          request.transaction!.abort()
        })
        return request
      }
    }),
    async expect(stage) {
      must(stage.acknowledged.size === 5, `${stage.acknowledged.size} of 5 were written`)
    },
  },
  {
    id: '5', name: 'open() fails for ever (UnknownError)',
    inject: stage => stage.script(() => {
      const { open } = IDBFactory.prototype
      IDBFactory.prototype.open = function (this: IDBFactory) {
        console.debug('e2e: fired')
        const request = open.call(this, `aborted-${Math.random()}`, 1)
        request.addEventListener('upgradeneeded', event => {
          event.stopImmediatePropagation() // a broken backing store fails before it asks for anything
          request.transaction!.abort()
        })
        return request
      }
    }),
    expect: expectMemory,
  },
  {
    id: '6', name: 'open() never answers',
    inject: stage => stage.script(() => {
      IDBFactory.prototype.open = () => { console.debug('e2e: fired'); return new EventTarget() as IDBOpenDBRequest }
    }),
    async journey(stage) {
      const page = await stage.open()
      const began = Date.now()
      await stage.track(page, 5)
      must(Date.now() - began < 10_000, `the answers took ${Date.now() - began} ms`)
    },
    expect: expectMemory,
  },
  {
    id: '7', name: 'another tab holds the database while it is to be deleted: open() waits',
    async journey(stage) {
      const holder = await stage.context.newPage()
      await holder.goto(`${stage.host.url}/raw`)
      await holder.evaluate(rawOpen(', 1', 'done(0)').replace(
        'request.onerror', "request.onupgradeneeded = () => request.result.createObjectStore('log')\n  request.onerror",
      ))
      const blocked = await holder.evaluate<boolean>(`new Promise(done => {
        const request = indexedDB.deleteDatabase('shopside')
        request.onblocked = () => done(true)
        request.onsuccess = () => done(false)
      })`)
      if (blocked) stage.fire()
      const page = await stage.open()
      const began = Date.now()
      const levels = await stage.track(page, 3)
      must(Date.now() - began < 10_000, `the answers took ${Date.now() - began} ms`)
      must(levels.every(level => level === 'memory'), `levels: ${levels.join(' ')}`)
      await holder.close()
      const later = await stage.track(await stage.open(), 2)
      must(later.every(level => level === 'written'), `after the holder had gone: ${later.join(' ')}`)
    },
    expect: async () => {},
  },
  {
    id: '8', name: 'versionchange while idle',
    async journey(stage) {
      const page = await stage.open()
      await stage.track(page, 5)
      const ms = await upgradeAndGoBack(stage)
      must(ms < 1000, `the other tab waited ${ms} ms`)
      await stage.track(page, 5)
    },
    expect: async () => {},
  },
  {
    id: '9', name: 'versionchange during a write',
    async journey(stage) {
      const page = await stage.open()
      await stage.track(page, 1)
      const [levels] = await Promise.all([stage.track(page, 150), upgradeAndGoBack(stage), upgradeAndGoBack(stage)])
      must(
        levels.filter(level => level === 'written').length >= 100,
        `only ${levels.filter(level => level === 'written').length} of 150 were written`,
      )
    },
    expect: async () => {},
  },
  {
    id: '16', name: 'the k-th answer of the database never comes, k = 1 … 6',
    timeoutMs: 60_000,
    inject: stage => stage.script(() => {
      const swallowAt = Number(new URLSearchParams(location.search).get('k') ?? 0)
      let seen = 0
      const { addEventListener } = EventTarget.prototype
      const isSwallowed = (): boolean => {
        if (++seen !== swallowAt) return false
        console.debug('e2e: fired')
        return true
      }
      for (const [prototype, name] of [[IDBRequest.prototype, 'onsuccess'], [IDBTransaction.prototype, 'oncomplete']] as const) {
        const { set, get } = Object.getOwnPropertyDescriptor(prototype, name)!
        Object.defineProperty(prototype, name, {
          configurable: true, get: get!,
          set(
            this: EventTarget, listener: EventListener,
          ) { set!.call(this, (event: Event) => { if (!isSwallowed()) listener.call(this, event) }) },
        })
      }
      EventTarget.prototype.addEventListener = function (this: EventTarget, type, listener, options) {
        const isOurs = (type === 'success' && this instanceof IDBRequest)
          || (type === 'complete' && this instanceof IDBTransaction)
        const heard = isOurs
          && typeof listener === 'function' ? (event: Event) => { if (!isSwallowed()) listener.call(this, event) } : listener
        addEventListener.call(this, type, heard, options)
      }
    }),
    async journey(stage) {
      const answers = await Promise.all([1, 2, 3, 4, 5, 6].map(async k => {
        const page = await stage.open(`/other?k=${k}`)
        const late = new Promise<string[]>(resolve => setTimeout(() => resolve(['hung']), 12_000))
        return Promise.race([stage.track(page, 3), late])
      }))
      const hung = answers.flatMap((levels, place) => (levels[0] === 'hung' ? [place + 1] : []))
      must(hung.length === 0, `track() never answered for k = ${hung.join(', ')}`)
    },
    expect: async () => {},
  },
]

/** Another program opens our database at a higher version and thinks better of it. @returns ms that it waited */
async function upgradeAndGoBack(stage: Stage): Promise<number> {
  const other = await stage.context.newPage()
  await other.goto(`${stage.host.url}/raw`)
  const ms = await other.evaluate<number>(`new Promise((done, failed) => {
    const began = performance.now()
    const request = indexedDB.open('shopside', 99)
    request.onblocked = () => failed(new Error('blocked'))
    request.onupgradeneeded = () => { done(performance.now() - began); request.transaction.abort() }
    request.onerror = event => event.preventDefault()
    setTimeout(() => failed(new Error('the versionchange was not answered')), 5000)
  })`)
  stage.fire()
  await other.close()
  return ms
}
