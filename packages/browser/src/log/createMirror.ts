import type { Environment } from '../environment.ts'
import { loadTwice } from '../loadTwice.ts'
import { whenIdle } from '../page/whenIdle.ts'
import { alone } from './alone.ts'
import { cachesOf } from './cachesOf.ts'
import { metaKey } from './logKey.ts'
import type { Mirror } from './mirror.ts'
import { erasedEntry, isErasing, mirrorName, openMirrorCache } from './mirrorCache.ts'
import { onPageLife } from './onPageLife.ts'
import { toMeta } from './records.ts'
import { ask, nameOf, type Connection } from './useStore.ts'
import { writeCheckpoint } from './writeCheckpoint.ts'

/** From a stored batch to its checkpoint, at idle: many batches, one checkpoint. */
const debounceMs = 400
/** Longest that `flush` waits for the lock and the writing. */
const flushTimeoutMs = 4000

export interface MirrorOptions {
  environment: Environment
  /** Of the log, as the shop asked for it. */
  name: string
  connection: Connection
  now: () => number
  /** False once consent is gone: nothing is written any more, and what was on its way is taken back. */
  mayStore: () => boolean
  /** True once this page has let go of the connection. */
  isOver: () => boolean
  warn: (code: string, remedy: string) => void
}

export function createMirror(options: MirrorOptions): Mirror {
  const { environment, name, connection, now, mayStore, isOver, warn } = options
  const { store } = connection
  const page = environment.window
  const { origin } = page.location
  const status: ReturnType<Mirror['status']> = { mirror: 'none', recovered: 0, rebuilt: 0 }
  let settling: Promise<void> | undefined
  /** The writing that runs, or the last one; and the one that begins after it. */
  let running: Promise<boolean> = Promise.resolve(false)
  let next: Promise<boolean> | undefined
  let isDue = false
  let isStale = false
  let isCompared = false

  async function settleOnce(): Promise<void> {
    const caches = cachesOf(environment)
    const [meta, erasing] = await Promise.all([
      store('readonly', records => ask<unknown>(records.get(metaKey))).then(toMeta),
      caches !== undefined && isErasing(caches, name, origin),
    ])
    if (connection.name() !== name) {
      warn('storage-name-taken', `Something else keeps a database "${name}" here. Ours is "${connection.name()}".`)
    }
    if (meta === undefined || erasing) return settleWith(erasing)
    if (meta.mirrored && caches !== undefined) status.mirror = 'ready'
  }

  async function settleWith(erasing: boolean, isStrange = false): Promise<void> {
    const { settleLog } = await loadTwice(() => import('../lazy/restoring.ts'))
    const { back, isMirrored } = await settleLog({
      store, caches: cachesOf(environment), name, origin, now: now(), newEpoch: environment.createId(), isErasing: erasing,
      isStrange, mayStore,
    })
    if (isMirrored) status.mirror = 'ready'
    if (back === 0) return
    status.recovered++
    warn('storage-recovered', 'This browser had lost what it stored; it was brought back from the second copy.')
  }

  /** @returns whether it is written, or what has to be done before it can be */
  async function writeOnce(isUnited: boolean): Promise<boolean | 'strange' | 'nameless'> {
    const caches = cachesOf(environment)
    if (caches === undefined || isOver() || !mayStore()) return false
    const cache = await openMirrorCache(caches, name, origin)
    if ((await cache.names()).includes(erasedEntry)) return 'nameless'
    const withoutOlder = isStale
    const written = await writeCheckpoint(store, cache, { withoutOlder, isUnited, isFirst: !isCompared })
    // Consent may have gone meanwhile: then this was written too late, and goes.
    if (!mayStore() || await isErasing(caches, name, origin)) {
      await caches.delete(mirrorName(name))
      return false
    }
    if (typeof written === 'string') return written
    isCompared = true
    if (withoutOlder) isStale = false
    if (written.isRebuilt) status.rebuilt++
    status.mirror = 'ready'
    return written.isWhole
  }

  async function writeNow(): Promise<boolean> {
    try {
      let isUnited = false
      for (let tries = 0; tries < 3; tries++) {
        await settle()
        const written = await alone(environment, mirrorName(name), flushTimeoutMs, () => writeOnce(isUnited))
        if (typeof written === 'boolean') return written
        settling = undefined
        if (written === 'nameless') continue
        await settleWith(false, true)
        isUnited = true
      }
    } catch (error) {
      // Full, refused, or closed: the log itself has the events, and the next batch tries again.
      if (nameOf(error) === 'QuotaExceededError') {
        warn('mirror-full', 'There is no room for the second copy of what is remembered.')
      }
    }
    return false
  }

  /** A writing that begins after this call. */
  function write(): Promise<boolean> {
    return next ??= running.then(() => {
      next = undefined
      return running = writeNow()
    })
  }

  function settle(): Promise<void> {
    return settling ??= settleOnce().catch(() => {
      // What could not be looked at now is looked at before the next reading.
      settling = undefined
    })
  }

  function flush(): Promise<boolean> {
    return Promise.race([write(), new Promise<boolean>(end => { environment.setTimer(() => end(false), flushTimeoutMs) })])
  }

  return {
    settle, flush,
    reopened() { settling = undefined },
    stored() {
      if (isDue) return
      isDue = true
      environment.setTimer(() => whenIdle(page, () => {
        isDue = false
        void write()
      }), debounceMs)
    },
    async rewrite() {
      isStale = true
      await flush()
    },
    status: () => ({ ...status }),
    dispose: onPageLife(page, {
      hidden: () => void write(),
      // A connection that died while nobody looked is opened anew before the first write.
      visible: () => void store('readonly', records => ask(records.getKey(metaKey))).catch(() => {}),
      frozen: connection.close,
    }),
  }
}
