import { defineConfig } from '@playwright/test'
import { browserArgs, findBrowser } from './browser/findBrowser.ts'

const browser = await findBrowser()

/** Where pictures are no matter: a fifth of a page's work is drawing them. */
const withoutPictures = /(axe|basket|capture|consent|consentSources|keyboard|leaving|modelFaults|nudge|ordersInTime|parcel|privacy|shopify|tabs|woocommerce)\.spec\.ts$/
const launch = (args: string[]): object => ({
  launchOptions: {
    executablePath: browser.executablePath,
    args: [...browserArgs, ...args],
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
  // One more than the cores: most journeys wait more than they compute (4.4 minutes with two, 4.0 with three).
  workers: 3,
  retries: 0,
  // Wide, so that a slow machine waits and does not fail: no journey is a timed test.
  timeout: 90_000,
  expect: { timeout: 15_000 },
  projects: [
    { name: 'pages', testIgnore: withoutPictures, use: launch([]) },
    { name: 'pages without pictures', testMatch: withoutPictures, use: launch(['--blink-settings=imagesEnabled=false']) },
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
    actionTimeout: 15_000,
  },
})
