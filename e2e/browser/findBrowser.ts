import { accessSync, constants, existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { chromium } from '@playwright/test'
import { bundledChromium } from './bundledChromium.ts'

/** A browser that can be started: by Playwright's `launchOptions`. */
export interface FoundBrowser {
  executablePath: string
  /** Beside this process's environment; where bundled libraries are needed, they are on LD_LIBRARY_PATH. */
  env: Record<string, string>
  /** For people: which of the three ways found it. */
  from: 'installed' | '@sparticuz/chromium' | 'playwright'
}

const names = ['google-chrome-stable', 'google-chrome', 'chromium', 'chromium-browser', 'chrome']
const usualPlaces = [
  '/usr/bin', '/usr/local/bin', '/snap/bin', '/opt/google/chrome', '/usr/lib/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
]

/**
 * Finds a Chromium: the packed one of `@sparticuz/chromium` (one version for everybody, and a third of the work: it has no
 * window), else an installed one, else Playwright's own download.
 *
 * The variable SHOPSIDE_BROWSER chooses: `installed`, `sparticuz`, `playwright`, or a path.
 *
 * @throws Error of one sentence that names the three ways when there is none
 */
export async function findBrowser(): Promise<FoundBrowser> {
  const wish = process.env['SHOPSIDE_BROWSER'] ?? ''
  if (wish.includes('/') || wish.includes('\\')) return { executablePath: wish, env: {}, from: 'installed' }

  if (wish === '' || wish === 'sparticuz') {
    const bundled = await bundledChromium()
    if (bundled !== undefined) return { ...bundled, from: '@sparticuz/chromium' }
  }
  if (wish === '' || wish === 'installed') {
    const executablePath = installedChromium()
    if (executablePath !== undefined) return { executablePath, env: {}, from: 'installed' }
  }
  if (wish === '' || wish === 'playwright') {
    const executablePath = chromium.executablePath()
    if (existsSync(executablePath)) return { executablePath, env: {}, from: 'playwright' }
  }
  throw new Error(
    'No browser found: install Chrome or Chromium, or run on 64-bit Linux where @sparticuz/chromium starts, '
    + 'or fetch Playwright\'s own with "npx playwright install chromium".',
  )
}

/** Flags for any of them. The packed one's own list breaks origins and crashes: `--no-sandbox` is all we take of it. */
export const browserArgs: string[] = ['--no-sandbox', '--disable-gpu', '--disable-background-networking']

function installedChromium(): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter)
  for (const folder of [...folders, ...usualPlaces]) {
    for (const name of names) {
      if (isExecutable(join(folder, name))) return join(folder, name)
    }
  }
  return usualPlaces.find(place => /chrom(e|ium)(\.exe)?$/i.test(place) && place.includes('Google') && isExecutable(place))
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return existsSync(path)
  } catch {
    return false // not there, or not ours to run: the next place may be
  }
}
