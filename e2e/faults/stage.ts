import type { BrowserContext, CDPSession, Frame, Page } from '@playwright/test'
import type { Status } from '@shopside/browser'
import { waitForSurface, type SurfaceWindow } from '../browser/plainShop.ts'
import type { StaticHost } from '../browser/serveFolder.ts'

/** The page says so in its console when an injected fault was met: this is the proof that it fired. */
export const firedMark = 'e2e: fired'

/** A copy as `export()` gives it, as far as faults look at it. */
export interface Copy {
  /** Item id of every `view_item`, in key order. */
  ids: string[]
  names: string[]
  /** Items of the profile: what was let go by a cap is still in here. */
  known: string[]
}

/** One context of the browser, with what faults do and ask. */
export interface Stage {
  readonly context: BrowserContext
  readonly host: StaticHost
  readonly isFull: boolean
  /** Item ids of events that were answered `written`. A fault that takes them by the shopper's wish clears this. */
  readonly acknowledged: Set<string>
  /** Complaints of the host's oracle that this fault makes by itself. */
  expectComplaint(pattern: RegExp): void
  /** Complaints that fit are proof that the fault fired. */
  firedByComplaint(pattern: RegExp): void
  fire(): void
  /** Runs in every page before its scripts; the host's own doing. A text, or a function without arguments. */
  script(source: string | (() => void)): Promise<void>
  /** Opens a page and waits for the surface. */
  open(path?: string): Promise<Page>
  /** Tracks views of new items in `page`, each in a task of its own; gives the levels and keeps what was acknowledged. */
  track(page: Page | Frame, count: number): Promise<string[]>
  status(page: Page | Frame): Promise<Status>
  /** What a page can save. @default a new page */
  copy(page?: Page | Frame): Promise<Copy>
  flush(page: Page): Promise<string>
  cdp(page: Page): Promise<CDPSession>
  /** Clears some of this origin's storage, as a shopper or a browser does. */
  clear(page: Page, storageTypes: string): Promise<void>
}

/** @param origin of the pages, e.g. another address of the same host */
export function createStage(
  context: BrowserContext, host: StaticHost, isFull: boolean, name: string,
  complaints: { expect(pattern: RegExp): void; proof(pattern: RegExp): void },
  fire: () => void, origin: string,
): Stage {
  let tracked = 0
  const stage: Stage = {
    context, host, isFull, fire,
    acknowledged: new Set(),
    expectComplaint: complaints.expect,
    firedByComplaint: complaints.proof,
    script: async source => {
      await context.addInitScript(source as () => void)
    },
    async open(path = '/') {
      const page = await context.newPage()
      await page.goto(origin + path)
      await waitForSurface(page)
      return page
    },
    async track(page, count) {
      const ids = Array.from({ length: count }, () => `${name}-${++tracked}`)
      const levels = await page.evaluate(async wanted => {
        const found: string[] = []
        const { shopside } = window as unknown as SurfaceWindow
        for (const id of wanted) found.push((await shopside.track('view_item', { items: [{ item_id: id }] })).level)
        return found
      }, ids)
      ids.forEach((id, place) => { if (levels[place] === 'written') stage.acknowledged.add(id) })
      return levels
    },
    status: page => page.evaluate(() => (window as unknown as SurfaceWindow).shopside.status()),
    async copy(page) {
      const reader = page ?? await stage.open('/other')
      const copy = await reader.evaluate(async () => {
        const { events, profile } = await (window as unknown as SurfaceWindow).shopside.export()
        return { events: events as { name: string; params: {
          items?: { item_id: string }[],
        } }[], known: Object.keys(profile.items) }
      })
      if (page === undefined) await (reader as Page).close()
      return {
        ids: copy.events.flatMap(({ name: event, params }) => (event === 'view_item' ? [params.items?.[0]?.item_id ?? ''] : [])),
        names: copy.events.map(event => event.name),
        known: copy.known,
      }
    },
    flush: page => page.evaluate(() => (window as unknown as SurfaceWindow).shopside.flush()),
    cdp: page => context.newCDPSession(page),
    async clear(page, storageTypes) {
      const session = await context.newCDPSession(page)
      await session.send('Storage.clearDataForOrigin', { origin, storageTypes })
      await session.detach()
    },
  }
  return stage
}
