import { isDeepStrictEqual } from 'node:util'
import type { BrowserContext } from '@playwright/test'
import { emptyProfile, foldEvents, type Profile, type ShopEvent } from '@shopside/engine'
import { waitForSurface, type SurfaceWindow } from '../browser/plainShop.ts'
import { inBatches } from '../kill/inBatches.ts'

/** What is there after many tabs wrote at once. */
export interface TabsFound {
  events: number
  /** Events that were answered `written`. */
  acknowledged: number
  /** Different items: every event has one of its own. */
  unique: number
  /** The state is exactly that of one tab which saw the same events in key order. */
  same: boolean
  seconds: { open: number; write: number }
}

/**
 * Opens `tabs` pages of one context, lets all write `each` events at the same time, and compares the log with what was tracked,
 * and the folded state with a fold of the same events in Node.
 *
 * @param isKnown a page has been here before, so that the grant is stored already
 */
export async function writeFromTabs(
  context: BrowserContext, url: string, tabs: number, each: number, isKnown = true,
): Promise<TabsFound> {
  const began = performance.now()
  if (isKnown) {
    const first = await context.newPage()
    await first.goto(`${url}/other`)
    await waitForSurface(first)
    await first.evaluate(
      () => (window as unknown as SurfaceWindow).shopside.track('view_item', { items: [{ item_id: 'first' }] }),
    )
    await first.close()
  }
  const pages = await inBatches(Array.from({ length: tabs }), 8, async () => {
    const page = await context.newPage()
    await page.goto(`${url}/other`)
    await waitForSurface(page)
    return page
  })
  // Raw events past a cap are not let go of while this page holds the lock for it: all of them are compared.
  await pages[0]!.evaluate(() => { void navigator.locks.request('shopside', () => new Promise(() => {})) })
  const opened = performance.now()
  const levels = await Promise.all(pages.map((page, tab) => page.evaluate(async ([name, count]) => {
    const { shopside } = window as unknown as SurfaceWindow
    const answers: Promise<{ level: string }>[] = []
    for (let n = 0; n < Number(count); n++) {
      answers.push(shopside.track('view_item', { items: [{ item_id: `${name}x${n}` }] }))
      // Ten to a task: batches of several events, and tabs that take turns.
      if (n % 10 === 9) await new Promise(resolve => { setTimeout(resolve, 0) })
    }
    return (await Promise.all(answers)).map(({ level }) => level)
  }, [`tab${tab}`, each] as const)))
  const written = performance.now()
  const copy = await pages[0]!.evaluate(async () => {
    const { shopside } = window as unknown as SurfaceWindow
    const { events, profile } = await shopside.export()
    await shopside.ready
    return { events, profile, live: shopside.profile.value }
  }) as unknown as { events: ShopEvent[]; profile: Profile; live: Profile }
  for (const page of pages.slice(1)) await page.close()

  const ids = copy.events.flatMap(
    event => (event.name === 'view_item' && event.params.items[0]!.item_id !== 'first' ? [event.params.items[0]!.item_id] : []),
  )
  return {
    events: ids.length,
    acknowledged: levels.flat().filter(level => level === 'written').length,
    unique: new Set(ids).size,
    same: isDeepStrictEqual(plain(copy.live), plain(copy.profile))
      && isDeepStrictEqual(plain(copy.live), plain(foldEvents(emptyProfile(), copy.events))),
    seconds: { open: (opened - began) / 1000, write: (written - opened) / 1000 },
  }
}

/** As it leaves the page, without what the page concludes from it. */
function plain(profile: Profile): unknown {
  const { predictions, lifecycle, ...folded } = JSON.parse(JSON.stringify(profile)) as Record<string, unknown>
  return folded
}
