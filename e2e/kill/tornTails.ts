import { inBatches } from './inBatches.ts'
import { missing, named, openArms } from './arms.ts'
import { cutNewestLog, levelDbFolder } from './cutNewestLog.ts'
import { originOf } from './killHost.ts'
import { startProfileBrowser } from './profileBrowser.ts'
import type { StaticHost } from '../browser/serveFolder.ts'

/** One cut and what it came to. */
export interface TornTail {
  /** Bytes cut off the newest log. */
  cut: number
  /** False where there was no log to cut. */
  fired: boolean
  /** True when the control arm was empty in the third session. */
  controlWiped: boolean
  mirrored: number
  /** Mirrored events that the third session does not have. */
  lost: string[]
  /** Written, never mirrored, and not there. */
  lostWritten: number
}

/** Pages at once: two cores. */
const width = 5

/** Greatest cut, in bytes (every cut of 1 to 340 wiped plain IndexedDB: Chromium 147, 8 of 8). */
const longestCut = 340

/**
 * A torn log tail, over three sessions of one profile: write 50 and mirror, end cleanly, cut the newest log; the second session
 * reads and writes 10 more; the third one finds plain IndexedDB empty. Every cut has an origin, thus a LevelDB folder, of its
 * own: all share three starts of the browser.
 */
export async function tornTails(profile: string, host: StaticHost, count: number): Promise<TornTail[]> {
  const shards = Array.from({ length: count }, (_, place) => ({
    // One site, so that the pages share a process.
    origin: originOf(host, `cut${place}.torn`),
    cut: count === 1 ? 7 : 1 + Math.round((longestCut - 1) * place / (count - 1)),
    // Which arm wrote last, and so whose record is torn: turn by turn.
    controlLast: place % 2 === 1,
    fired: false,
    mirrored: new Set<string>(),
    written: new Set<string>(),
    third: { ids: [] as string[], control: [] as string[] },
  }))
  type Shard = (typeof shards)[number]

  async function session(work: (shard: Shard, arms: Awaited<ReturnType<typeof openArms>>) => Promise<void>): Promise<void> {
    const browser = await startProfileBrowser(profile, ['--process-per-site'])
    try {
      await inBatches(shards, width, async shard => {
        const arms = await openArms(browser.context, shard.origin)
        await work(shard, arms)
        await arms.page.close()
      })
    } finally {
      await browser.close()
    }
  }

  async function writeBoth(
    shard: Shard, arms: Awaited<ReturnType<typeof openArms>>, prefix: string, number: number,
  ): Promise<void> {
    const ids = named(prefix, number)
    if (!shard.controlLast) await arms.writeControl(ids)
    const { levels, flushed } = await arms.write(ids)
    if (shard.controlLast) await arms.writeControl(ids)
    ids.forEach((id, place) => {
      if (levels[place] === 'written') (flushed === 'mirrored' ? shard.mirrored : shard.written).add(id)
    })
  }

  await session((shard, arms) => writeBoth(shard, arms, 'first', 50))
  for (const shard of shards) shard.fired = cutNewestLog(levelDbFolder(profile, shard.origin), shard.cut) === shard.cut
  await session(async (shard, arms) => {
    await arms.read()
    await writeBoth(shard, arms, 'second', 10)
  })
  await session(async (shard, arms) => { shard.third = await arms.read() })

  return shards.map(({ cut, fired, mirrored, written, third }) => ({
    cut, fired,
    controlWiped: third.control.length === 0,
    mirrored: mirrored.size,
    lost: missing(mirrored, third.ids),
    lostWritten: missing(written, third.ids).length,
  }))
}
