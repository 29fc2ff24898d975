import { effect } from '@preact/signals-core'
import type { EventDraft } from '@shopside/engine'
import { toDraft } from '@shopside/engine/boundary'
import type { Ack, ShopsideOptions } from './client.ts'
import { createGate, mayRemember, type Gate } from './consent/gate.ts'
import type { Environment } from './environment.ts'
import { createPageLog, type PageLog } from './log/pageLog.ts'
import { createWriter } from './log/writer.ts'
import { whenIdle } from './page/whenIdle.ts'
import { createPageContext, type PageContext } from './pageContext.ts'
import { createTabs, type TabNews, type Tabs } from './tabs.ts'
import { createWarnings, type Warnings } from './warnings.ts'

/**
 * The eager half: track → boundary → consent gate → event log. It never waits for the other half, `lazy/wayOut.ts`,
 * which reads the log and answers what widgets and the shop ask.
 */
export interface WayIn {
  readonly options: ShopsideOptions
  readonly environment: Environment
  /** Of the database, the channel and the lock. */
  readonly name: string
  readonly consentKey: string
  readonly isOff: boolean
  readonly gate: Gate
  readonly context: PageContext
  readonly log: PageLog
  readonly tabs: Tabs
  readonly warnings: Warnings
  now(): number
  track(name: unknown, params: unknown, at?: number, url?: string): Promise<Ack>
  /** An event of our own making. */
  say(draft: EventDraft): void
  /** Resolves with the answer to the latest event. */
  latest(): Promise<Ack>
  counts(): { tracked: number; dropped: Record<string, number> }
  /** Tombstone first, then every store, then the other tabs. Resolves once all reads back empty. */
  erase(): Promise<void>
  /** Forgets what this page holds: another tab withdrew or erased. */
  forgetHere(): void
  dispose(): void
}

/** What the way out is told; it subscribes once it is loaded, and until then there is nobody who shows anything. */
export interface Hearing {
  /** Events of this tab are stored. */
  stored(): void
  /** Another tab has news. */
  news(news: TabNews): void
  /** What was known is not to be shown any more, or what may be known has changed. */
  changed(): void
}

export function createWayIn(options: ShopsideOptions, environment: Environment, hear: () => Hearing | undefined): WayIn {
  const page = environment.window
  const now = options.now ?? Date.now
  const name = options.shop === undefined ? 'shopside' : `shopside.${options.shop}`
  const consentKey = name.replace('shopside', 'shopside.consent')
  const isOff = new URLSearchParams(page.location.search).get('shopside') === 'off'
  const tab = environment.createId()
  const warnings = createWarnings(page, options.onWarning)
  const context = createPageContext(options.currency, () => page.location.pathname)
  const gate = createGate({
    mode: options.consent ?? 'required',
    key: consentKey,
    storage: environment.localStorage,
    now,
    createId: environment.createId,
    privacySignal: (page.navigator as { globalPrivacyControl?: boolean }).globalPrivacyControl === true,
    rememberRefusal: options.rememberRefusal ?? false,
    isOff,
  })
  const tabs = createTabs(page, name, news => hear()?.news(news))
  const log = createPageLog({
    environment, gate, tab, warn: warnings.warn,
    databaseName: name,
    slotPrefix: `${name.replace('shopside', 'shopside.tail')}.`,
    onStored() {
      tabs.open()
      tabs.tell('appended')
      hear()?.stored()
    },
    onOutdated: forgetHere,
  })
  const writer = createWriter(tab, now, () => page.location.pathname, log.write)
  // Read only for an item that brings an address: most do not, and the page's address costs more than the rest of the call.
  const origin = { get base() { return page.location.href } }

  function forgetHere(): void {
    log.forget()
    gate.refresh()
    hear()?.changed()
  }

  let erasing = false
  let answer = gate.state.peek().personalize
  const stopAnswers = effect(() => {
    const before = answer
    answer = gate.state.value.personalize
    if (answer === before || erasing) return
    if (answer === 'granted') log.warm()
    else log.forget()
    if (before === 'granted') void eraseStores().catch(() => warnings.warn('erase-failed', 'Clear this site in the browser\'s settings.'))
    hear()?.changed()
  })

  async function eraseStores(): Promise<void> {
    await log.eraseStores()
    tabs.open()
    tabs.tell('forget')
    tabs.close()
  }

  const onPageHide = (): void => {
    log.onPageHide()
    tabs.close()
  }
  page.addEventListener('pagehide', onPageHide)
  if (!isOff && mayRemember(gate.state.peek())) {
    whenIdle(page, () => {
      log.warm()
      tabs.open()
    })
  }

  const dropped: Record<string, number> = {}
  let tracked = 0
  let latest: Promise<Ack> = Promise.resolve({ level: 'memory' })

  function drop(reason: string): Promise<Ack> {
    dropped[reason] = (dropped[reason] ?? 0) + 1
    return Promise.resolve({ level: 'dropped', reason })
  }

  return {
    options, environment, name, consentKey, isOff, gate, context, log, tabs, warnings, now, forgetHere,
    track(name, params, at = now(), url) {
      if (isOff) return drop('off')
      try {
        const { draft, reason } = toDraft(name, params, url === undefined ? origin : { base: url })
        if (reason !== undefined) {
          warnings.warn(`event-${reason}`, `track("${String(name)}") was not understood. See the list of events in the documentation.`)
          return drop(reason)
        }
        tracked++
        context.note(draft, at)
        return latest = writer.add(draft, at)
      } catch {
        // A getter of the page's own object threw while we read it: the page keeps its error, we drop the event.
        return drop('unreadable')
      }
    },
    say: draft => void writer.add(draft),
    latest: () => latest,
    counts: () => ({ tracked, dropped: { ...dropped } }),
    async erase() {
      // The effect above must not take the tombstone for a withdrawal: what it would do is done here, and waited for.
      erasing = true
      gate.forget()
      erasing = false
      log.forget()
      hear()?.changed()
      await eraseStores()
    },
    dispose() {
      stopAnswers()
      page.removeEventListener('pagehide', onPageHide)
      log.forget()
      tabs.close()
    },
  }
}
