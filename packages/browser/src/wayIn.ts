import { effect } from '@preact/signals-core'
import type { EventDraft, Item } from '@shopside/engine'
import { toPath } from '@shopside/engine/boundary'
import type { Ack } from './client.ts'
import type { ShopsideOptions } from './options.ts'
import { createGate, mayRemember, type Gate } from './consent/gate.ts'
import type { Following } from './consent/followTool.ts'
import { readConsentOption } from './consent/readConsentOption.ts'
import type { Environment } from './environment.ts'
import { loadTwice } from './loadTwice.ts'
import { createPageLog, type PageLog } from './log/pageLog.ts'
import { createWriter } from './log/writer.ts'
import { routeOf } from './page/routeOf.ts'
import { whenIdle } from './page/whenIdle.ts'
import { createPageContext, type PageContext } from './pageContext.ts'
import { createTaking, type Taking } from './taking.ts'
import { createTabs, type TabNews, type Tabs } from './tabs.ts'
import { createWarnings, type Warnings } from './warnings.ts'

/**
 * The eager half: track → boundary → consent gate → event log. It never waits for the other half, `lazy/wayOut.ts`,
 * which reads the log and answers what widgets and the shop ask.
 */
export interface WayIn extends Taking {
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
  /** Codes of what sources could not use, for `status()`. */
  readonly problems: Set<string>
  /** What a platform answers to "add to basket", where neither a listener of the page nor the shop's option does. */
  answerAdd?: (items: Item[]) => Promise<unknown>
  /** An event of our own making. */
  say(draft: EventDraft): Promise<Ack>
  /** Takes a yes or no a purpose, after what other tabs may have answered meanwhile. Never throws. */
  answer(answers: unknown, source: string, about?: { version?: string }): void
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
  const context = createPageContext(options.currency, route)
  const { tool, mode } = readConsentOption(options.consent)
  const gate = createGate({
    mode,
    key: consentKey,
    storage: environment.localStorage,
    now,
    createId: environment.createId,
    signalled: (page.navigator as { globalPrivacyControl?: boolean }).globalPrivacyControl === true
      ? ['connectors', ...(options.privacySignalStopsPersonalize ? ['personalize' as const] : [])] : [],
    rememberRefusal: options.rememberRefusal ?? false,
    isOff,
    onAnswered: (purpose, { [purpose]: state, since, source }) =>
      void writer.add({ name: 'consent_changed', params: { purpose, state, source: since?.[purpose]?.source ?? source } }),
  })
  const tabs = createTabs(page, name, news => hear()?.news(news))
  const log = createPageLog({
    environment, gate, tab, now, warn: warnings.warn,
    databaseName: name,
    slotPrefix: `${name.replace('shopside', 'shopside.tail')}.`,
    onStored() {
      tabs.open()
      tabs.tell('appended')
      hear()?.stored()
    },
    say: draft => void writer.add(draft),
    onOutdated: forgetHere,
  })
  const writer = createWriter(tab, now, () => {
    route()
    return cleanPath
  }, log.write)

  let [url, here, cleanPath] = ['', '', '']
  /** Known by `document.URL`, a text that the browser has at hand: a part of `location` costs as much as the rest of a call. */
  function route(): string {
    if (page.document.URL !== url) {
      url = page.document.URL
      here = routeOf(page.location)
      cleanPath = toPath(here.replace(/#.*/, ''))
    }
    return here
  }

  function forgetHere(): void {
    log.forget()
    gate.refresh()
    hear()?.changed()
  }

  let erasing: Promise<void> | undefined
  let following: Promise<Following> | undefined
  let answered = gate.state.peek().personalize
  const stopAnswers = effect(() => {
    const before = answered
    const { personalize, source } = gate.state.value
    answered = personalize
    if (personalize !== before) {
      // A grant by option alone opens nothing before there is something to store.
      if (personalize !== 'granted') log.forget()
      else if (source !== 'default') log.warm()
      hear()?.changed()
    }
    if (!isOff && (gate.mustErase() || (personalize === 'denied' && before !== 'denied'))) void emptyStores().catch(() => {})
  })

  const takeAnswer: WayIn['answer'] = (answers, source, about) => {
    // What another tab was answered since counts before: a no must meet the yes that it takes back.
    if (gate.isOutdated()) forgetHere()
    else gate.refresh()
    try {
      gate.answer(answers, source, (about as { version?: unknown } | null | undefined)?.version)
    } catch {
      // A getter of the page's own object threw: no answer.
    }
  }

  /** One after the other: each sees by itself whether there is anything left to do. */
  function emptyStores(): Promise<void> {
    const run = (erasing ?? Promise.resolve())
      .then(() => loadTwice(() => import('./lazy/erasing.ts')))
      .then(lazy => lazy.emptyStores(wayIn))
    erasing = run.catch(() => warnings.warn('erase-failed', 'Clear this site in the browser\'s settings.'))
    return run
  }

  const onPageHide = (): void => {
    log.onPageHide()
    tabs.close()
  }
  const onVisibility = (): void => {
    if (page.document.visibilityState === 'hidden') log.onHidden()
  }
  if (!isOff) {
    page.addEventListener('pagehide', onPageHide)
    page.document.addEventListener('visibilitychange', onVisibility)
  }
  if (!isOff && mayRemember(gate.state.peek())) {
    whenIdle(page, () => {
      log.warm()
      tabs.open()
    })
  }

  const wayIn: WayIn = {
    options, environment, name, consentKey, isOff, gate, context, log, tabs, warnings, now, forgetHere, problems: new Set(),
    ...createTaking(page, now, isOff, options.hosts ?? [], writer, warnings, context.note),
    answer(...given) {
      // Where a consent tool decides, what is said by hand counts as far as the tool agrees.
      if (following === undefined) takeAnswer(...given)
      else void following.then(({ answer }) => answer(...given)).catch(() => {})
    },
    say: draft => writer.add(draft),
    erase() {
      gate.forget()
      log.forget()
      hear()?.changed()
      return emptyStores()
    },
    dispose() {
      stopAnswers()
      void following?.then(({ stop }) => stop(), () => {})
      page.removeEventListener('pagehide', onPageHide)
      page.document.removeEventListener('visibilitychange', onVisibility)
      log.forget()
      tabs.close()
    },
  }
  if (!isOff && tool !== undefined) {
    following = loadTwice(() => import('./lazy/consentSources.ts')).then(({ followTool }) => followTool(wayIn, tool, takeAnswer))
    following.catch(() => warnings.warn(
      'file-missing', 'A file of Shopside could not be loaded. Serve all files of one build together.',
    ))
  }
  return wayIn
}
