import type { StaticHost } from '../browser/serveFolder.ts'
import { named, openArms } from './arms.ts'
import { inBatches } from './inBatches.ts'
import { originOf } from './killHost.ts'
import { isMarkedErased } from './isMarkedErased.ts'
import { startProfileBrowser } from './profileBrowser.ts'

/** How much of what was written an origin has at the next start. */
type Left = 'nothing' | 'all' | 'some'

/** What came back after erasing. */
export interface AfterErase {
  /** Erases that had answered before the kill. */
  erased: number
  /** Of those, origins that had anything of ours at the next start. */
  cameBack: string[]
  /** Erases that had begun and had not answered at the kill, by what they left. */
  during: Record<Left, number>
  /** Of those: erases whose mark (in our localStorage key or in the mirror) was on disk at the next start. */
  marked: number
  /** Marked, and yet something was there. */
  markedBack: string[]
  /** Erases that the kill came before, by what is there: never `nothing`, never `some`. */
  before: Record<Left, number>
}

/** Events written to each origin before the erase. */
const events = 8
/**
 * The kill comes at most this long after the last erase has answered, in ms: the others have answered earlier, each at its own
 * time.
 */
const afterMs = 120
/**
 * Where erases are to be cut off: each begins at a moment of its own within `spread`, and the kill comes at most `kill` ms after
 * some number of them has come to some step; both are drawn anew each time. So the others are anywhere on their way, however fast
 * the machine is.
 */
const duringMs = { spread: 60, kill: 20 }
/** What an erase says of itself on its way, in order: it is called; it empties the database; it removes it. */
const steps = ['erasing', 'clear', 'deleteDatabase'] as const
/** Origins in a browser that is killed while they erase. */
const duringPerStart = 8
/** Pages at once: two cores. */
const width = 5
/**
 * All origins are one site: their pages share a process, which is most of what a page costs. Their storage is by origin all the
 * same.
 */
const oneProcess = ['--process-per-site']

/**
 * Writes, mirrors and erases in many origins of one profile, kills the browser, and looks at the next start what is left. One
 * kill ends many erases: what differs from one erase to another is how long before the kill it began, and that is each one's own.
 * Kills after the answers and kills amid the erases take turns.
 */
export async function afterErase(
  profile: string, host: StaticHost, random: () => number, origins: number, perStart: number,
): Promise<AfterErase> {
  const result: AfterErase = {
    erased: 0, cameBack: [], during: { nothing: 0, all: 0, some: 0 }, marked: 0, markedBack: [],
    before: { nothing: 0, all: 0, some: 0 },
  }
  let last: { names: string[]; begun: Set<string>; erased: Set<string> } = { names: [], begun: new Set(), erased: new Set() }

  async function look(browser: Awaited<ReturnType<typeof startProfileBrowser>>): Promise<void> {
    await inBatches(last.names, width, async name => {
      const isMarked = await isMarkedErased(browser.context, originOf(host, name))
      const arms = await openArms(browser.context, originOf(host, name))
      const { events: found, items } = await arms.remains()
      await arms.page.close()
      const left: Left = found + items === 0 ? 'nothing' : found >= events ? 'all' : 'some'
      if (last.erased.has(name)) {
        result.erased++
        if (left !== 'nothing') result.cameBack.push(`${name}: ${found} events, ${items} items`)
      } else if (last.begun.has(name)) {
        result.during[left]++
        if (isMarked) result.marked++
        if (isMarked && left !== 'nothing') result.markedBack.push(`${name}: ${found} events, ${items} items`)
      } else result.before[left]++
    })
  }

  for (let start = 0; result.erased < origins; start++) {
    const cutsOff = start % 2 === 0
    const count = cutsOff ? duringPerStart : Math.min(perStart, origins - result.erased)
    const browser = await startProfileBrowser(profile, oneProcess)
    try {
      const begun = new Set<string>()
      const erased = new Set<string>()
      const step = steps[Math.floor(random() * steps.length)]!
      const enough = 1 + Math.floor(random() * (count - 1))
      const come = new Set<string>()
      let isAmid = (): void => {}
      const amid = new Promise<void>(resolve => { isAmid = resolve })
      await browser.context.exposeBinding('acked', (_source, level: string, ids: string[]) => {
        for (const id of ids) {
          if (level === 'erased') erased.add(id)
          if (level === 'erasing') begun.add(id)
          if (level === step) come.add(id)
        }
        if (come.size >= enough) isAmid()
      })
      await look(browser)
      const names = named(`at${start}`, count).map(name => `${name}.erase`)
      const pages = await inBatches(names, width, async name => {
        const arms = await openArms(browser.context, originOf(host, name))
        await arms.write(named(name, events))
        return { name, page: arms.page }
      })
      const erasing = Promise.all(pages.map(({ name, page }) => {
        const later = cutsOff ? random() * duringMs.spread : 0
        return page.evaluate(`globalThis.arms.eraseAll(${JSON.stringify(name)}, ${later})`).catch(() => {}) // the kill ends it
      }))
      await (cutsOff ? Promise.race([amid, erasing]) : erasing)
      await new Promise(resolve => setTimeout(resolve, random() * (cutsOff ? duringMs.kill : afterMs)))
      last = { names, begun, erased }
    } finally {
      await browser.kill()
    }
    if (cutsOff || result.erased + last.erased.size < origins) continue
    const next = await startProfileBrowser(profile, oneProcess)
    await look(next).finally(next.close)
    last = { names: [], begun: new Set(), erased: new Set() }
  }
  return result
}
