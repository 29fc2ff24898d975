import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { StaticHost } from '../browser/serveFolder.ts'
import { missing, named, openArms, type Arms } from '../kill/arms.ts'
import { cutNewestLog, levelDbFolder } from '../kill/cutNewestLog.ts'
import { inBatches } from '../kill/inBatches.ts'
import { originOf } from '../kill/killHost.ts'
import { startProfileBrowser, type ProfileBrowser } from '../kill/profileBrowser.ts'
import { NotHere, type Outcome } from './fault.ts'

/** A fault of the profile folder: happens between two sessions of one browser, or ends the first one. */
interface ProfileFault {
  id: string
  name: string
  /** What is done to this origin's files while the browser is closed. @returns true when it fired */
  between?(folder: string): boolean
}

/** Injected while nothing runs: every one has an origin of its own, and they share three sessions. */
const betweenSessions: ProfileFault[] = [
  {
    id: '22c', name: 'the folder of the database is deleted between two sessions',
    between(folder) {
      rmSync(folder, { recursive: true })
      return true
    },
  },
  {
    id: '24', name: 'every file of the database is overwritten with rubbish',
    between(folder) {
      const files = readdirSync(folder).filter(name => name !== 'LOCK')
      for (const name of files) writeFileSync(join(folder, name), Buffer.alloc(Math.max(16, statSync(join(folder, name)).size), 0xa5))
      return files.length > 2
    },
  },
  ...[1, 7, 120, 340].map((bytes): ProfileFault => ({
    id: '25', name: `a torn log tail: ${bytes} bytes cut off, then two more sessions`, between: folder => cutNewestLog(folder, bytes) === bytes,
  })),
]

/** A fault that ends a session by itself: `end` is called while the page is open. @returns true when it fired */
interface EndingFault {
  id: string
  name: string
  end(browser: ProfileBrowser, arms: Arms, random: () => number): Promise<boolean>
}

const slowUpgrade = `new Promise((done, failed) => {
  const request = indexedDB.open('shopside', 50)
  request.onupgradeneeded = () => {
    done(true)
    const store = request.result.createObjectStore('next')
    const more = n => { store.put('x'.repeat(1000), n % 500).onsuccess = () => more(n + 1) }
    more(0)
  }
  request.onerror = () => failed(request.error)
})`

const ending: EndingFault[] = [
  {
    id: '27', name: 'SIGKILL 0 to 20 ms after a checkpoint was asked for',
    async end(browser, arms, random) {
      let answered = true
      await arms.write(named('late', 3))
      // Some flushes are over sooner than the dice say: once more, until one is caught on its way.
      for (let tries = 0; answered && tries < 12; tries++) {
        answered = false
        const flushing = arms.page.evaluate('void window.shopside.track("view_item", { items: [{ item_id: "unsure-' + tries + '" }] }), window.shopside.flush()')
        void flushing.then(() => { answered = true }, () => {})
        await new Promise(resolve => setTimeout(resolve, random() * 20))
      }
      const fired = !answered
      await browser.kill()
      return fired
    },
  },
  {
    id: '28', name: 'SIGKILL in the middle of a schema upgrade by another version',
    async end(browser, arms) {
      const fired = await arms.page.evaluate<boolean>(slowUpgrade)
      await new Promise(resolve => setTimeout(resolve, 30))
      await browser.kill()
      return fired
    },
  },
  {
    id: '30', name: 'the browser crashes',
    async end(browser) {
      const session = await browser.context.browser()!.newBrowserCDPSession()
      void session.send('Browser.crash').catch(() => {})
      const crashed = browser.context.browser()!
      for (let wait = 0; wait < 50 && crashed.isConnected(); wait++) await new Promise(resolve => setTimeout(resolve, 100))
      const fired = !crashed.isConnected()
      await browser.kill()
      return fired
    },
  },
]

function judged(id: string, name: string, fired: boolean, wanted: Set<string>, found: string[], why: string, seconds: number): Outcome {
  const lost = missing(wanted, found)
  const problems = [
    ...(fired ? [] : ['did not fire']),
    ...(lost.length === 0 ? [] : [`${lost.length} of ${wanted.size} mirrored events lost: ${lost.slice(0, 3).join(' ')}`]),
    ...(wanted.size === 0 ? ['flush() never said "mirrored"'] : []),
    ...(new Set(found).size === found.length ? [] : ['events are there twice']),
    ...(why === '' ? [] : [why]),
  ]
  return {
    id, name, fired, result: problems.length === 0 ? 'held' : 'broke', why: problems.join(' · '), hostComplaints: 0, acknowledged: wanted.size,
    lost: lost.length, seconds,
  }
}

async function writeMirrored(arms: Arms, prefix: string, count: number, into: Set<string>): Promise<void> {
  const ids = named(prefix, count)
  const { flushed } = await arms.write(ids)
  if (flushed === 'mirrored') for (const id of ids) into.add(id)
}

/** Faults of files between sessions: write, mirror, close, harm, look and write, close, look. */
export async function runBetweenSessions(host: StaticHost): Promise<Outcome[]> {
  const profile = mkdtempSync(join(tmpdir(), 'shopside-files-'))
  const shards = betweenSessions.map((fault, place) => ({
    fault, origin: originOf(host, `files${place}`), fired: false, wanted: new Set<string>(), found: [] as string[], startedAt: performance.now(),
  }))
  const session = async (work: (arms: Arms, shard: (typeof shards)[number]) => Promise<void>): Promise<void> => {
    const browser = await startProfileBrowser(profile)
    await inBatches(shards, 4, async shard => {
      const arms = await openArms(browser.context, shard.origin)
      await work(arms, shard)
      await arms.page.close()
    }).finally(browser.close)
  }
  try {
    await session((arms, { wanted }) => writeMirrored(arms, 'first', 30, wanted))
    for (const shard of shards) shard.fired = shard.fault.between!(levelDbFolder(profile, shard.origin))
    await session((arms, { wanted }) => writeMirrored(arms, 'second', 5, wanted))
    await session(async (arms, shard) => { shard.found = (await arms.read()).ids })
    return shards.map(({ fault, fired, wanted, found, startedAt }) =>
      judged(fault.id, fault.name, fired, wanted, found, '', (performance.now() - startedAt) / 1000))
  } finally {
    rmSync(profile, { recursive: true, force: true, maxRetries: 3 })
  }
}

/** Faults that end the browser: each on a profile of its own. */
export function runEnding(host: StaticHost, random: () => number): Promise<Outcome[]> {
  return inBatches(ending, 1, async fault => {
    const profile = mkdtempSync(join(tmpdir(), 'shopside-ending-'))
    const startedAt = performance.now()
    const wanted = new Set<string>()
    let fired = false
    let found: string[] = []
    let why = ''
    try {
      const browser = await startProfileBrowser(profile)
      try {
        const arms = await openArms(browser.context, originOf(host, 'ending'))
        await writeMirrored(arms, 'before', 20, wanted)
        fired = await fault.end(browser, arms, random)
      } finally {
        await browser.kill()
      }
      const next = await startProfileBrowser(profile)
      try {
        const arms = await openArms(next.context, originOf(host, 'ending'))
        found = (await arms.read()).ids
        const { levels } = await arms.write(['afterwards'])
        if (levels[0] !== 'written') why = `the next session writes to ${levels[0]}`
      } finally {
        await next.close()
      }
    } catch (error) {
      why = error instanceof Error ? error.message.split('\n')[0]! : String(error)
    } finally {
      rmSync(profile, { recursive: true, force: true, maxRetries: 3 })
    }
    return judged(fault.id, fault.name, fired, wanted, found, why, (performance.now() - startedAt) / 1000)
  })
}

/** Faults of settings: a profile that blocks storage, and a heap of 64 MB. */
export async function runSettings(host: StaticHost): Promise<Outcome[]> {
  const results: Outcome[] = []
  const run = async (id: string, name: string, prepare: (profile: string) => void, args: string[], work: (browser: ProfileBrowser) => Promise<{ fired: boolean; why: string }>): Promise<void> => {
    const profile = mkdtempSync(join(tmpdir(), 'shopside-settings-'))
    const startedAt = performance.now()
    let outcome = { fired: false, why: '' }
    let isHere = true
    let errors = 0
    try {
      prepare(profile)
      const browser = await startProfileBrowser(profile, args)
      browser.context.on('weberror', () => { errors++ })
      outcome = await work(browser).finally(browser.close)
    } catch (error) {
      outcome.why = error instanceof Error ? error.message.split('\n')[0]! : String(error)
      isHere = !(error instanceof NotHere)
    } finally {
      rmSync(profile, { recursive: true, force: true, maxRetries: 3 })
    }
    if (!isHere) {
      results.push({ id, name, fired: false, result: 'not here', why: outcome.why, hostComplaints: 0, acknowledged: 0, lost: 0, seconds: 0 })
      return
    }
    const why = [outcome.fired ? '' : 'did not fire', outcome.why, errors > 0 ? `${errors} exceptions` : ''].filter(Boolean).join(' · ')
    results.push({
      id, name, fired: outcome.fired, result: why === '' ? 'held' : 'broke', why, hostComplaints: errors, acknowledged: 0, lost: 0,
      seconds: (performance.now() - startedAt) / 1000,
    })
  }

  await run('45', 'cookies and storage blocked by the browser\'s settings', profile => {
    mkdirSync(join(profile, 'Default'), { recursive: true })
    writeFileSync(join(profile, 'Default', 'Preferences'), JSON.stringify({ profile: { default_content_setting_values: { cookies: 2 } } }))
  }, [], async browser => {
    const page = await browser.context.newPage()
    await page.goto(`${originOf(host, 'blocked')}/`)
    await page.waitForFunction('typeof window.shopside?.track === "function"')
    const fired = await page.evaluate<boolean>('(() => { try { return localStorage === undefined } catch { return true } })()')
    const ack = await page.evaluate<{ level: string }>('window.shopside.track("view_item", { items: [{ item_id: "x" }] })')
    if (!fired) throw new NotHere('this browser does not read the settings of its profile (a headless shell)')
    return { fired, why: ack.level === 'memory' ? '' : `track() says ${ack.level}` }
  })

  await run('85', 'a heap of 64 MB', () => {}, ['--js-flags=--max-old-space-size=64'], async browser => {
    const arms = await openArms(browser.context, originOf(host, 'small'))
    let crashed = false
    arms.page.on('crash', () => { crashed = true })
    const limit = await arms.page.evaluate<number>('performance.memory.jsHeapSizeLimit')
    const { levels } = await arms.page.evaluate<{ levels: string[] }>(`(async () => {
      const levels = []
      for (let n = 0; n < 60; n++) {
        const acks = []
        for (let m = 0; m < 50; m++) acks.push(window.shopside.track('view_item', { items: [{ item_id: 'small-' + n + '-' + m }] }))
        levels.push((await acks.at(-1)).level)
      }
      await window.shopside.ready
      return { levels }
    })()`)
    const read = await arms.read()
    return { fired: limit < 200e6, why: crashed ? 'the page ran out of memory' : levels.every(level => level === 'written') && read.ids.length >= 2900 ? '' : `${read.ids.length} of 3,000 are there` }
  })
  return results
}
