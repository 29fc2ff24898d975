/** What may go wrong in one tab's IndexedDB: asked at every call and every event, in order. */
export interface FaultPlan {
  /** May throw; `abort` undoes the transaction of the call instead. */
  onCall?(what: string): 'abort' | void
  /** True swallows the event: its listener never hears of it. */
  onEvent?(what: string): boolean
}

/** Calls that a browser lets fail. */
const counted = new Set([
  'open', 'transaction', 'objectStore', 'createObjectStore', 'put', 'get', 'getAll', 'getAllKeys', 'getKey', 'delete', 'clear',
  'count', 'commit',
])

/** The factory behind a layer that lies as planned (the way SQLite tests its file layer). */
export function faultyIdb(factory: IDBFactory, plan: FaultPlan): IDBFactory {
  const wrapped = new WeakMap<object, object>()
  const originals = new WeakMap<object, object>()

  function wrap<T>(value: T): T {
    if (typeof value !== 'object' || value === null || !/^FDB(Factory|Database|Transaction|ObjectStore|Request|OpenDBRequest)$/.test(value.constructor.name)) return value
    const known = wrapped.get(value)
    if (known !== undefined) return known as T
    const proxy = new Proxy(value as object, {
      get(target, name) {
        const member: unknown = Reflect.get(target, name, target)
        if (typeof member !== 'function') return wrap(member)
        return (...args: unknown[]) => {
          const verdict = counted.has(String(name)) ? plan.onCall?.(String(name)) : undefined
          const result: unknown = Reflect.apply(member, target, args.map(arg => originals.get(arg as object) ?? arg))
          if (verdict === 'abort') {
            ((target as { transaction?: IDBTransaction }).transaction ?? result as IDBTransaction).abort?.()
          }
          return wrap(result)
        }
      },
      set(target, name, listener: ((event: Event) => void) | null) {
        return Reflect.set(target, name, typeof listener !== 'function' ? listener : (event: Event) => {
          if (!plan.onEvent?.(String(name))) listener.call(proxy, event)
        }, target)
      },
    })
    wrapped.set(value, proxy)
    originals.set(proxy, value)
    return proxy as T
  }
  return wrap(factory)
}

/** Fails the calls or events with these numbers, counted from 1 over the tab's life, and says how many did. */
export function failAt(kind: 'call' | 'abort' | 'event', numbers: readonly number[]): FaultPlan & { fired: number } {
  let count = 0
  const isDue = (): boolean => {
    const due = numbers.includes(++count)
    if (due) plan.fired++
    return due
  }
  const plan: FaultPlan & { fired: number } = {
    fired: 0,
    onCall() {
      if (kind === 'event' || !isDue()) return
      if (kind === 'abort') return 'abort'
      throw new DOMException('', 'UnknownError')
    },
    onEvent: () => kind === 'event' && isDue(),
  }
  return plan
}
