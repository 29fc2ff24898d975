import { build } from '../build.ts'
import type { CounterTools } from '../counter.ts'
import { clockSection } from './clockSection.ts'
import { consentSection } from './consentSection.ts'
import { networkSection } from './networkSection.ts'
import { parcelSection } from './parcelSection.ts'
import type { Section } from './Section.ts'
import { eventsSection } from './eventsSection.ts'
import { profileSection } from './profileSection.ts'
import { rowsSection } from './rowsSection.ts'
import { somebodySection } from './somebodySection.ts'
import { stockSection } from './stockSection.ts'
import { storageSection } from './storageSection.ts'
import { trySection } from './trySection.ts'

/** Changes that come together are shown together, in ms: an event moves the log, the profile and the segments at once. */
const settleMs = 150

/** The panel waits this long for its figures before it opens without them, in ms: what it says should not jump about. */
const firstLookMs = 400

let close: (() => void) | undefined
let opening = false

/** Opens the panel, or closes it. Its state stands in the address as `counter=open`, and goes along with links. */
export async function toggleCounter(tools: CounterTools, tab: HTMLElement): Promise<void> {
  if (close) {
    close()
    tab.focus()
    return
  }
  if (opening) return
  opening = true
  const panel = await open(tools, tab)
  opening = false
  panel.querySelector('h2')?.focus()
}

async function open(tools: CounterTools, tab: HTMLElement): Promise<HTMLElement> {
  const sections: Section[] = [
    trySection, somebodySection, clockSection, parcelSection, consentSection, stockSection, networkSection,
    rowsSection, eventsSection, profileSection, storageSection,
  ].map(make => make(tools))
  const panel = build('aside', { class: 'counter', id: 'counter', 'aria-labelledby': 'counter-title' },
    build('header', {}, build('h2', { id: 'counter-title', tabindex: -1 }, 'Behind the counter'),
      build('button', { type: 'button', onclick: () => void toggleCounter(tools, tab) }, 'Close')),
    ...sections.map(({ element }) => element))
  const firstLook = Promise.all(sections.map(section => section.refresh?.()))
  await Promise.race([firstLook, new Promise(resolve => setTimeout(resolve, firstLookMs))])
  document.body.append(panel)
  document.body.classList.add('counter-open')
  tab.setAttribute('aria-expanded', 'true')
  writeAddress(true)

  let waiting: ReturnType<typeof setTimeout> | undefined
  const refresh = (): void => {
    waiting = undefined
    for (const section of sections) void section.refresh?.()
  }
  const soon = (): void => {
    waiting ??= setTimeout(refresh, settleMs)
  }
  const undo = [
    tools.shop.profile.subscribe(soon), tools.shop.consent.state.subscribe(soon), tools.shop.segments.subscribe(soon),
    tools.record.onChange(soon), listen('click', takeAlong), listen('keydown', closeByEscape),
  ]
  const second = setInterval(() => void sections[2]?.refresh?.(), 1000)

  close = () => {
    close = undefined
    clearInterval(second)
    clearTimeout(waiting)
    for (const stop of undo) stop()
    panel.remove()
    document.body.classList.remove('counter-open')
    tab.setAttribute('aria-expanded', 'false')
    writeAddress(false)
  }
  return panel

  function closeByEscape(event: Event): void {
    if ((event as KeyboardEvent).key === 'Escape' && panel.contains(document.activeElement)) void toggleCounter(tools, tab)
  }
}

function listen(type: string, listener: (event: Event) => void): () => void {
  document.addEventListener(type, listener, true)
  return () => document.removeEventListener(type, listener, true)
}

/** A link that is followed while the panel is open opens it on the next page too. */
function takeAlong(event: Event): void {
  for (const target of event.composedPath()) {
    if (!(target instanceof HTMLAnchorElement) || target.origin !== location.origin || target.hash !== '') continue
    const url = new URL(target.href)
    url.searchParams.set('counter', 'open')
    target.href = url.href
  }
}

function writeAddress(isOpen: boolean): void {
  const url = new URL(location.href)
  if (isOpen) url.searchParams.set('counter', 'open')
  else url.searchParams.delete('counter')
  history.replaceState(history.state, '', url)
}
