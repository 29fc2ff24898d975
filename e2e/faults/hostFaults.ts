import type { SurfaceWindow } from '../browser/plainShop.ts'
import { must, type Fault } from './fault.ts'
import type { Stage } from './stage.ts'
import { worksFully } from './worksFully.ts'

/** Changes that the host makes to itself after load: the snapshot names them, and nothing else may be named. */
function hostChanges(stage: Stage, names: string[]): void {
  const list = names.map(name => name.replaceAll('.', '\\.')).join('|')
  stage.expectComplaint(new RegExp(`the host page was changed: (?:(?:${list})(?: \\(new\\))?(?:, |\\b| \\())+`))
}

/** Clocks, libraries of another age, and hosts that replace what the language gives. */
export const hostFaults: Fault[] = [
  {
    id: '60', name: 'the clock jumps ten years on, ten back, and over a change of the hour',
    inject: stage => stage.script(() => {
      const { now } = Date
      Date.now = () => {
        const jump = Number(document.documentElement?.dataset['jump'] ?? 0)
        if (jump !== 0) console.debug('e2e: fired')
        return now() + jump
      }
    }),
    async journey(stage) {
      const page = await stage.open()
      const year = 365 * 864e5
      for (const jump of [0, 10 * year, -10 * year, 3_600_000, -3_600_000]) {
        await page.evaluate(by => { document.documentElement.dataset['jump'] = String(by) }, jump)
        await stage.track(page, 3)
      }
      const finite = await page.evaluate(async () => {
        const { shopside } = window as unknown as SurfaceWindow
        await shopside.ready
        const cards = await shopside.recommend({ strategy: 'for-you', limit: 8 })
        return cards.every(({ score }) => Number.isFinite(score))
      })
      must(finite, 'a score is not finite')
      const { ids } = await stage.copy(page)
      const numbers = ids.map(id => Number(id.split('-')[1]))
      must(numbers.every((number, place) => place === 0 || number > numbers[place - 1]!), `the order is ${numbers.join(' ')}`)
    },
    expect: async () => {},
  },
  {
    id: '61', name: 'Date.now, Math.random and performance.now throw after load',
    inject: async stage => hostChanges(stage, ['Date.now', 'Math.random', 'performance.now']),
    async journey(stage) {
      const page = await stage.open()
      await stage.track(page, 5)
      const thrown = await page.evaluate(async () => {
        const broken = (): never => { console.debug('e2e: fired'); throw new Error('the host broke its clock') }
        Object.assign(Date, { now: broken })
        Object.assign(Math, { random: broken })
        Object.assign(performance, { now: broken })
        try { Date.now() } catch { /* as it is meant to */ }
        try {
          const ack = (window as unknown as SurfaceWindow).shopside.track('view_item', { items: [{ item_id: 'no-clock' }] })
          return typeof (await ack).level === 'string' ? '' : 'no answer'
        } catch (error) {
          return String(error)
        }
      })
      must(thrown === '', `track() threw into the page: ${thrown}`)
    },
    expect: async () => {},
  },
  {
    id: '61b', name: 'Date.now gives NaN, Math.random always 0, before load',
    inject: stage => stage.script(() => {
      const { now } = Date
      // A page that mocks its clock badly, in half of the calls.
      let calls = 0
      Date.now = () => { console.debug('e2e: fired'); return ++calls % 2 === 0 ? Number.NaN : now() }
      Math.random = () => 0
    }),
    expect: async () => {},
  },
  {
    id: '62', name: 'plain http: no secure context, no locks, no caches', onPlainHttp: true,
    async journey(stage) {
      const page = await stage.open()
      if (await page.evaluate(() => !isSecureContext && !('caches' in window) && navigator.locks === undefined)) stage.fire()
      await stage.track(page, 5)
      must(await stage.flush(page) !== 'mirrored', 'it says "mirrored" where there is no second store')
    },
    expect: worksFully,
  },
  {
    id: '62b', name: 'crypto is missing',
    inject: stage => stage.script(() => {
      Object.defineProperty(window, 'crypto', { configurable: true, get() { console.debug('e2e: fired'); return undefined } })
    }),
    expect: worksFully,
  },
  {
    id: '63', name: 'Array.prototype.toJSON as Prototype 1.6 has it',
    inject: stage => stage.script(() => {
      const quote = function (this: unknown[]): string { console.debug('e2e: fired'); return `[${this.map(String).join(', ')}]` }
      Object.assign(Array.prototype, { toJSON: quote })
      Object.assign(String.prototype, { toJSON(this: string) { return `"${this}"` } })
      try { JSON.stringify([1]) } catch { /* the host's own */ }
    }),
    expect: worksFully,
  },
  {
    id: '64', name: 'Function.prototype.bind, Array.from and Object.keys as MooTools 1.2 had them',
    inject: stage => stage.script(() => {
      console.debug('e2e: fired')
      Object.assign(Function.prototype, {
        bind(this: (...args: unknown[]) => unknown, self: unknown, args: unknown) {
          return (...later: unknown[]) => this.apply(self, args === undefined ? later : ([] as unknown[]).concat(args))
        },
      })
      Object.assign(Array, { from: (value: unknown) => (value === undefined || value === null ? [] : Array.isArray(value) ? value.slice() : [...(value as Iterable<unknown>)]) })
      Object.assign(Object, {
        keys(value: object) {
          const names: string[] = []
          for (const name in value) if (Object.prototype.hasOwnProperty.call(value, name)) names.push(name)
          return names
        },
      })
    }),
    expect: worksFully,
  },
  {
    id: '65', name: 'enumerable junk on Object.prototype and Array.prototype before load',
    inject: stage => stage.script(() => {
      console.debug('e2e: fired')
      Object.assign(Object.prototype, { junk: 'junk', src: '//evil.test/x.js', model: '//evil.test/' })
      Object.assign(Array.prototype, { each() {}, last: 7 })
    }),
    expect: worksFully,
  },
  {
    id: '65b', name: 'enumerable junk on the prototypes after load',
    inject: async stage => hostChanges(stage, ['Object.prototype.junk', 'Array.prototype.each']),
    async journey(stage) {
      const page = await stage.open()
      await page.evaluate(() => {
        Object.assign(Object.prototype, { junk: 'junk' })
        Object.assign(Array.prototype, { each() {} })
        console.debug('e2e: fired')
      })
      await stage.track(page, 5)
    },
    expect: worksFully,
  },
  {
    id: '66', timeoutMs: 60_000, name: 'a zone around timers, listeners and promises, as zone.js has it: nothing runs while idle',
    inject: stage => stage.script(() => {
      const { setTimeout: later, setInterval: every } = window
      const then = Promise.prototype.then
      const count = (): void => {
        const { dataset } = document.documentElement
        dataset['zone'] = String(Number(dataset['zone'] ?? 0) + 1)
      }
      // The host's own heart runs outside, as a zone's runOutsideAngular does.
      Object.assign(window, {
        setTimeout: (run: () => void, ms?: number) => later(() => { count(); run() }, ms),
        setInterval: (run: () => void, ms?: number) => every(ms === 20 ? run : () => { count(); run() }, ms),
      })
      Promise.prototype.then = function (this: Promise<unknown>, ...handlers: Parameters<typeof then>) {
        return then.apply(this, handlers.map(handler => (typeof handler === 'function' ? (value: unknown) => { count(); return handler(value) } : handler)) as never)
      } as never
      console.debug('e2e: fired')
    }),
    async expect(stage) {
      await worksFully(stage)
      const page = stage.context.pages()[0]!
      // What a page does once at idle is over, and so are the looks for what its scripts bring late, the last of them after 15 s.
      await page.waitForTimeout(17_000)
      const rounds = await page.evaluate<number>(`new Promise(done => {
        const before = Number(document.documentElement.dataset.zone ?? 0)
        requestIdleCallback(() => 0)
        const channel = new MessageChannel()
        const until = performance.now() + 1500
        channel.port1.onmessage = () => performance.now() < until ? channel.port2.postMessage(0) : done(Number(document.documentElement.dataset.zone ?? 0) - before)
        channel.port2.postMessage(0)
      })`)
      must(rounds <= 3, `${rounds} rounds of the zone in 1.5 idle seconds`)
    },
  },
  {
    id: '67', name: 'Promise, fetch, setTimeout, structuredClone and CustomEvent replaced after load',
    inject: async stage => hostChanges(stage, ['window.Promise', 'window.fetch', 'window.setTimeout', 'window.structuredClone', 'window.CustomEvent']),
    async journey(stage) {
      const page = await stage.open('/other')
      await page.evaluate(() => {
        const broken = function (): never { throw new Error('replaced by the host') }
        Object.assign(window, { Promise: class extends Promise<unknown> {}, fetch: broken, setTimeout: broken, structuredClone: broken, CustomEvent: broken })
        console.debug('e2e: fired')
      })
      await stage.track(page, 5)
      await page.evaluate(async () => { await (window as unknown as SurfaceWindow).shopside.recommend({ strategy: 'recently-viewed', limit: 2 }).catch(() => {}) })
    },
    expect: async () => {},
  },
  {
    id: '68', name: 'frozen intrinsics, overriding them allowed (as SES freezes them)',
    inject: stage => stage.script(() => {
      // SES turns these into accessors, so that an object of one's own may still be given its own: else `x.toString = …` throws.
      for (const prototype of [Object.prototype, Error.prototype, Function.prototype, Array.prototype] as object[]) {
        for (const key of ['constructor', 'toString', 'valueOf', 'toJSON', 'name', 'message', 'push']) {
          const found = Object.getOwnPropertyDescriptor(prototype, key)
          if (found === undefined || !('value' in found)) continue
          Object.defineProperty(prototype, key, {
            configurable: true,
            get: () => found.value as unknown,
            set(this: object, value: unknown) { Object.defineProperty(this, key, { value, writable: true, configurable: true, enumerable: true }) },
          })
        }
      }
      for (const thing of [Object, Array, Function, Promise, Map, Set, String, RegExp, Error]) {
        Object.freeze(thing.prototype)
        Object.freeze(thing)
      }
      if (Object.isFrozen(Array.prototype)) console.debug('e2e: fired')
    }),
    expect: worksFully,
  },
  {
    id: '69', name: 'an element called "shopside" stands under our name',
    async journey(stage) {
      const page = await stage.context.newPage()
      page.on('console', message => { if (message.text().includes('name-taken')) stage.fire() })
      await page.goto(`${stage.host.url}/clobbered`)
      await page.waitForTimeout(300)
      must(await page.evaluate(() => (window as { shopside?: unknown }).shopside instanceof HTMLFormElement), 'the form is not there any more')
    },
    expect: async () => {},
  },
  {
    id: '69b', name: 'window.shopside belongs to somebody else',
    async journey(stage) {
      const page = await stage.context.newPage()
      page.on('console', message => { if (message.text().includes('name-taken')) stage.fire() })
      await page.goto(`${stage.host.url}/foreign`)
      await page.waitForTimeout(300)
      must(await page.evaluate(() => JSON.stringify((window as { shopside?: unknown }).shopside)) === '{"theirs":true}', 'it was changed')
    },
    expect: async () => {},
  },
]
