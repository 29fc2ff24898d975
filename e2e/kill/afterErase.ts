import type { StaticHost } from '../browser/serveFolder.ts'
import { named, openArms } from './arms.ts'
import { inBatches } from './inBatches.ts'
import { originOf } from './killHost.ts'
import { startProfileBrowser } from './profileBrowser.ts'

/** What came back after erasing. */
export interface AfterErase {
  /** Erases that had answered before the kill. */
  erased: number
  /** Of those, origins that had anything of ours at the next start. */
  cameBack: string[]
  /** Erases that were still on their way at the kill. */
  during: number
  /** Of those: nothing left, everything still there, something in between. */
  duringLeft: { nothing: number; all: number; some: number }
}

/** Events written to each origin before the erase. */
const events = 12
/** The kill comes at most this long after the last erase has answered, or after the erases began, in ms. */
const laterMs = { after: 120, during: 40 }

/**
 * Writes, mirrors and erases in many origins of one profile, kills the browser at a random moment, and looks at the next start what
 * is left. Origins share the starts of the browser; every third start kills while erases are on their way.
 */
export async function afterErase(
  profile: string, host: StaticHost, random: () => number, origins: number, perStart: number,
): Promise<AfterErase> {
  const result: AfterErase = { erased: 0, cameBack: [], during: 0, duringLeft: { nothing: 0, all: 0, some: 0 } }
  for (let start = 0; result.erased < origins; start++) {
    const names = named(`gone${start}`, Math.min(perStart, origins - result.erased))
    const kills = start % 3 === 2 ? 'during' : 'after'
    const erased = new Set<string>()
    const browser = await startProfileBrowser(profile)
    try {
      await browser.context.exposeBinding('acked', (_source, level: string, ids: string[]) => {
        if (level === 'erased') for (const id of ids) erased.add(id)
      })
      const pages = await inBatches(names, 5, async name => {
        const arms = await openArms(browser.context, originOf(host, name))
        await arms.write(named(name, events))
        return { name, page: arms.page }
      })
      const erasing = Promise.all(pages.map(({ name, page }) => page.evaluate(`globalThis.arms.eraseAll(${JSON.stringify(name)})`).catch(() => {})))
      if (kills === 'after') await erasing
      await new Promise(resolve => setTimeout(resolve, random() * laterMs[kills]))
    } finally {
      await browser.kill()
    }
    const next = await startProfileBrowser(profile)
    try {
      await inBatches(names, 5, async name => {
        const arms = await openArms(next.context, originOf(host, name))
        const { events: left, items } = await arms.remains()
        await arms.page.close()
        if (erased.has(name)) {
          result.erased++
          if (left + items > 0) result.cameBack.push(`${name}: ${left} events, ${items} items`)
          return
        }
        result.during++
        result.duringLeft[left === 0 ? 'nothing' : left >= events ? 'all' : 'some']++
      })
    } finally {
      await next.close()
    }
  }
  return result
}
