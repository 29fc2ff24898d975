import { spawn } from 'node:child_process'
import { chromium, type BrowserContext } from '@playwright/test'
import { browserArgs, findBrowser } from '../browser/findBrowser.ts'

/** A browser on a profile folder that can be ended in both ways. */
export interface ProfileBrowser {
  readonly context: BrowserContext
  readonly version: string
  /** Ends it as a user would: everything is flushed. */
  close(): Promise<void>
  /** SIGKILL to the whole process group: nothing is flushed, no handler runs. */
  kill(): Promise<void>
}

/** Most that a browser may take to say where it listens, or to end, in ms. */
const patienceMs = 15_000

/** Process groups that run now: an end of this process ends them. */
const groups = new Set<number>()
process.on('exit', () => { for (const pid of groups) end(pid) })

/** Starts a browser of its own process group on `profile`, and connects to it. */
export async function startProfileBrowser(profile: string, moreArgs: readonly string[] = []): Promise<ProfileBrowser> {
  const found = await findBrowser()
  const args = [
    ...browserArgs, ...moreArgs, '--headless', '--no-first-run', '--remote-debugging-port=0', `--user-data-dir=${profile}`,
    'about:blank',
  ]
  const child = spawn(
    found.executablePath, args, { detached: true, stdio: ['ignore', 'ignore', 'pipe'], env: { ...process.env, ...found.env } },
  )
  const pid = child.pid
  if (pid === undefined) throw new Error(`${found.executablePath} could not be started`)
  groups.add(pid)
  const exited = new Promise<void>(resolve => child.once('exit', () => { groups.delete(pid); resolve() }))
  const endpoint = await within(new Promise<string>((resolve, reject) => {
    let said = ''
    child.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      const url = /DevTools listening on (\S+)/.exec(said)?.[1]
      if (url !== undefined) resolve(url)
    })
    child.once('exit', () => reject(new Error(`the browser ended before it listened:\n${said.slice(-2000)}`)))
  }), 'start')
  const browser = await chromium.connectOverCDP(endpoint)
  return {
    context: browser.contexts()[0]!,
    version: browser.version(),
    async close() {
      const session = await browser.newBrowserCDPSession()
      await session.send('Browser.close').catch(() => {}) // it may be gone before it answers
      await within(exited, 'close').catch(() => end(pid))
      await exited
    },
    async kill() {
      end(pid)
      await exited
    },
  }
}

function end(pid: number): void {
  try {
    process.kill(-pid, 'SIGKILL')
  } catch {
    // It has ended by itself.
  }
}

async function within<T>(promise: Promise<T>, what: string): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`the browser did not ${what} within ${patienceMs} ms`)), patienceMs)
  })
  try {
    return await Promise.race([promise, late])
  } finally {
    clearTimeout(timer)
  }
}
