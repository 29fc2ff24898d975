import type { StaticHost } from '../browser/serveFolder.ts'
import { missing, openArms, type ArmsRead } from './arms.ts'
import { originOf } from './killHost.ts'
import { startProfileBrowser, type ProfileBrowser } from './profileBrowser.ts'

/** What a run of kills came to. */
export interface KillLoop {
  cycles: number
  written: number
  mirrored: number
  /** Mirrored and not there at a later start. */
  lostMirrored: string[]
  /** Written, not mirrored yet, and not there: before a wipe of the whole origin (`inWipes`), or without one (`outside`). */
  lostWritten: { inWipes: number; outside: number }
  /** Starts at which the control arm was empty although it had acknowledged writes. */
  controlWipes: number
  controlLost: number
  /** Kills while a `flush()` was on its way: in the middle of a checkpoint. */
  duringCheckpoint: number
  /** Times that Shopside said it brought the log back from its mirror. */
  recovered: number
}

/** A kill comes this long after writing began, in ms: least and greatest. */
const killAfterMs = [60, 480] as const
/** Events between two flushes of a page. */
const flushEvery = 4

/**
 * Kills the browser at random moments while it writes, again and again on one profile, and compares at every start.
 *
 * @param least cycles to run
 * @param most cycles to run while the control arm has shown no wipe
 */
export async function killLoop(
  profile: string, host: StaticHost, random: () => number, least: number, most: number, say: (line: string) => void,
): Promise<KillLoop> {
  const origin = originOf(host, 'loop')
  const written = new Set<string>()
  const mirrored = new Set<string>()
  const control = new Set<string>()
  const gone = new Set<string>()
  const result: KillLoop = {
    cycles: 0, written: 0, mirrored: 0, lostMirrored: [], lostWritten: { inWipes: 0, outside: 0 },
    controlWipes: 0, controlLost: 0, duringCheckpoint: 0, recovered: 0,
  }

  function compare(found: ArmsRead): void {
    const controlLost = missing(control, found.control)
    const wiped = control.size > 0 && found.control.length === 0
    if (wiped) result.controlWipes++
    result.controlLost += controlLost.length
    for (const id of controlLost) control.delete(id)
    // What a cap let go is in the base, not lost; it is the oldest that goes.
    const kept = (ids: Set<string>): string[] => missing(ids, found.ids).filter(id => !gone.has(id) && timeOf(id) > found.until)
    const lostMirrored = kept(mirrored)
    const lostWritten = kept(written).filter(id => !mirrored.has(id))
    result.lostMirrored.push(...lostMirrored)
    result.lostWritten[wiped ? 'inWipes' : 'outside'] += lostWritten.length
    result.recovered += found.storage.recovered ?? 0
    for (const id of [...lostMirrored, ...lostWritten]) gone.add(id)
    if (wiped) say(`cycle ${result.cycles}: the control lost all ${controlLost.length}; Shopside has ${found.ids.length}, lost ${lostMirrored.length} mirrored, ${lostWritten.length} written`)
    else if (lostMirrored.length > 0) say(
      `cycle ${result.cycles}: lost ${lostMirrored.length} mirrored events without a wipe: ${lostMirrored.slice(0, 5).join(' ')}`,
    )
  }

  async function look(browser: ProfileBrowser): Promise<Awaited<ReturnType<typeof openArms>>> {
    const arms = await openArms(browser.context, origin)
    compare(await arms.read())
    return arms
  }

  while (result.cycles < least || (result.controlWipes === 0 && result.cycles < most)) {
    const browser = await startProfileBrowser(profile)
    let flushing = 0
    try {
      await browser.context.exposeBinding('acked', (_source, level: string, ids: string[]) => {
        if (level === 'flushing') flushing++
        if (level === 'mirrored' || level === 'flushed') flushing--
        const into = level === 'control' ? control : level === 'mirrored' ? mirrored : level === 'written' ? written : undefined
        for (const id of ids) into?.add(id)
      })
      const { page } = await look(browser)
      const [least = 0, most = 0] = killAfterMs
      void page.evaluate(
        `void globalThis.arms.writeForEver(${JSON.stringify(`${Date.now()}-${result.cycles}`)}, ${flushEvery})`,
      ).catch(() => {})
      await new Promise(resolve => setTimeout(resolve, least + random() * (most - least)))
    } finally {
      await browser.kill()
    }
    if (flushing > 0) result.duringCheckpoint++
    result.cycles++
  }
  const last = await startProfileBrowser(profile)
  try {
    await last.context.exposeBinding('acked', () => {})
    await look(last)
  } finally {
    await last.close()
  }
  return { ...result, written: written.size, mirrored: mirrored.size }
}

/** Epoch ms at which an id's cycle began: ids are `<time>-<cycle>-<number>`. */
function timeOf(id: string): number {
  return Number(id.slice(0, id.indexOf('-')))
}
