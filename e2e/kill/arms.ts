import type { BrowserContext, Page } from '@playwright/test'

/** What a page reads of both arms. */
export interface ArmsRead {
  /** Item ids of Shopside's raw events. */
  ids: string[]
  /** Raw events up to this time were let go by a cap; 0 when none were. */
  until: number
  control: string[]
  storage: { mode: string; mirror?: string; recovered?: number; rebuilt?: number }
}

/** How far a write came, in the words of the acks and of `flush()`. */
export interface ArmsWritten {
  levels: string[]
  flushed: string
}

/** The functions of `writing.js`, as a page under test has them. Called by text: nothing of ours is serialised into the page. */
export interface Arms {
  readonly page: Page
  write(ids: string[]): Promise<ArmsWritten>
  writeControl(ids: string[]): Promise<void>
  read(): Promise<ArmsRead>
  remains(): Promise<{ events: number; items: number }>
}

/** Opens the writing page of one origin. */
export async function openArms(context: BrowserContext, origin: string): Promise<Arms> {
  const page = await context.newPage()
  await page.goto(`${origin}/`)
  await page.waitForFunction('globalThis.arms !== undefined && typeof globalThis.shopside?.track === "function"')
  const call = <Result>(name: string, ...args: unknown[]): Promise<Result> =>
    page.evaluate<Result>(`globalThis.arms[${JSON.stringify(name)}](...${JSON.stringify(args)})`)
  return {
    page,
    write: ids => call('write', ids),
    writeControl: ids => call('writeControl', ids),
    read: () => call('read'),
    remains: () => call('remains'),
  }
}

/** Which of `wanted` are not in `found`. */
export function missing(wanted: Iterable<string>, found: Iterable<string>): string[] {
  const there = new Set(found)
  return [...wanted].filter(id => !there.has(id))
}

/** Names of `count` things: `prefix-0`, `prefix-1` … */
export function named(prefix: string, count: number): string[] {
  return Array.from({ length: count }, (_, place) => `${prefix}-${place}`)
}
