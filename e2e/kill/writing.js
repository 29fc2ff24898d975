// Runs in the page. Two arms under one origin: Shopside, and plain idb-keyval with one awaited `set` an event (a database of its
// own).
import { createStore, get, keys, set } from '/control/index.js'

const control = createStore('control', 'events')
const shop = () => globalThis.shopside

async function started() {
  while (typeof shop()?.track !== 'function') await new Promise(done => setTimeout(done, 5))
  return shop()
}

async function trackOne(id) {
  const { level } = await (await started()).track('view_item', { items: [{ item_id: id }] })
  return level
}

/** Until when raw events are in the base alone; 0: none are. */
async function baseUntil() {
  // Asked for first: opening one that is not there would make it.
  if (!(await indexedDB.databases()).some(({ name }) => name === 'shopside')) return 0
  const log = createStore('shopside', 'log')
  return (await get('b', log))?.until ?? 0
}

globalThis.arms = {
  /** One event a task, each awaited; the level that the last one and `flush()` reached. */
  async write(ids) {
    const levels = []
    for (const id of ids) levels.push(await trackOne(id))
    return { levels, flushed: await (await started()).flush() }
  },
  async writeControl(ids) {
    for (const id of ids) await set(id, { item_id: id, name: 'view_item', text: 'x'.repeat(80) }, control)
  },
  /** What both arms have, and what a compaction has let go of. */
  async read() {
    const copy = await (await started()).export()
    // By the base itself: it is written with what it lets go, the event that tells of it a moment later.
    const until = await baseUntil()
    return {
      ids: copy.events.filter(event => event.name === 'view_item').map(event => event.params.items[0].item_id),
      until,
      control: (await keys(control)).map(String),
      storage: (await started()).status().storage,
    }
  },
  /** Writes until the end: tells of every answer through `acked(level, ids)`. Mirrors every few events, at moments of its own. */
  async writeForEver(prefix, flushEvery) {
    let count = 0
    const controlArm = async () => {
      for (let n = 0; ; n++) {
        await set(`${prefix}-${n}`, { item_id: `${prefix}-${n}`, text: 'x'.repeat(80) }, control)
        await globalThis.acked('control', [`${prefix}-${n}`])
      }
    }
    void controlArm()
    let since = []
    for (;;) {
      const id = `${prefix}-${count++}`
      const level = await trackOne(id)
      await globalThis.acked(level, [id])
      since.push(id)
      if (since.length < flushEvery) continue
      const these = since
      since = []
      void globalThis.acked('flushing', [])
      const flushed = await (await started()).flush()
      await globalThis.acked(flushed === 'mirrored' ? 'mirrored' : 'flushed', these)
    }
  },
  /**
   * What a new page finds of the items of before, in events or in what they fold to. Its own view of this page is not of before.
   */
  async remains() {
    const copy = await (await started()).export()
    return {
      events: copy.events.filter(event => event.name === 'view_item').length,
      items: Object.keys(copy.profile.items).length,
    }
  },
  /** Says when it begins, `laterMs` from now, how far it is, and when it has been answered. */
  async eraseAll(name, laterMs) {
    const shopside = await started()
    for (const [{ prototype }, step] of [[IDBObjectStore, 'clear'], [IDBFactory, 'deleteDatabase']]) {
      const real = prototype[step]
      prototype[step] = function (...args) {
        void globalThis.acked(step, [name])
        return real.apply(this, args)
      }
    }
    await new Promise(done => setTimeout(done, laterMs))
    void globalThis.acked('erasing', [name])
    await shopside.erase()
    await globalThis.acked('erased', [name])
  },
}
