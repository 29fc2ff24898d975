import { defineConfig } from '@playwright/test'
import { browserArgs, findBrowser } from './browser/findBrowser.ts'

const browser = await findBrowser()

/** Where pictures are asked about: what is loaded, what moves, what is kept. Elsewhere they are off: drawing them is half of a page's work. */
const withPictures = /(noScript|oracle|pageWeight|requests|scriptTag|shift|stranger)\.spec\.ts$/
/**
 * A journey's page lives for a second: compiling it for speed is a quarter of what its process does. No journey is a timed test.
 */
const withoutCompiling = '--js-flags=--no-opt'
const launch = (args: string[]): object => ({
  launchOptions: {
    executablePath: browser.executablePath,
    args: [...browserArgs, withoutCompiling, ...args],
    env: { ...(process.env as Record<string, string>), ...browser.env },
  },
})

/** Journeys in a real browser. No retries: a test that fails now and then is a bug report. */
export default defineConfig({
  testDir: './journeys',
  testMatch: '**/*.spec.ts',
  globalSetup: './browser/globalSetup.ts',
  outputDir: '../test-results',
  fullyParallel: true,
  // Twice the cores: a journey waits as long as it computes (3.1 minutes with three, 2.5 with four, side by side).
  workers: 4,
  retries: 0,
  // Wide, so that a slow machine waits and does not fail: no journey is a timed test.
  timeout: 180_000,
  expect: { timeout: 30_000 },
  projects: [
    { name: 'pages', testMatch: withPictures, use: launch([]) },
    { name: 'pages without pictures', testIgnore: withPictures, use: launch(['--blink-settings=imagesEnabled=false']) },
  ],
  forbidOnly: process.env['CI'] !== undefined,
  reporter: [['list'], ['json', { outputFile: '../.cache/reports/journeys.json' }]],
  use: {
    browserName: 'chromium',
    viewport: { width: 1280, height: 900 },
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    trace: 'off',
    screenshot: 'off',
    video: 'off',
    actionTimeout: 30_000,
  },
})
