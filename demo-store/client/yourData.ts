import type { ConsentState, Purpose, Shopside } from 'shopside'
import { answerKey, ask, giveAnswer, readAnswer } from './answer.ts'
import { build, type Child } from './build.ts'
import { sure } from './sure.ts'
import { recordKey, type OwnRecord } from './ownRecord.ts'
import { rememberedFacts } from './rememberedFacts.ts'
import { tick } from './tick.ts'

const purposes: readonly (readonly [purpose: Purpose, name: string, off: string])[] = [
  ['personalize', 'Remember and recommend', 'Turning this off erases what is remembered, at once.'],
  ['analytics', 'Count visits', 'Counts stay in this browser too.'],
  ['connectors', "Share with the shop's tools", 'This shop has no such tools; nothing is shared either way.'],
]

/** Fills the page "Your data", and again whenever what it says may have changed. */
export function showYourData(shop: Shopside, record: OwnRecord): void {
  const place = document.getElementById('your-data')
  if (!place) return
  let said = ''
  const draw = (): void => {
    const focused = document.activeElement?.id
    place.replaceChildren(remembered(), switches(), take(), shopsOwn())
    if (focused) document.getElementById(focused)?.focus()
  }
  record.onChange(draw)
  shop.profile.subscribe(draw)
  shop.consent.state.subscribe(draw)
  void shop.ready.then(draw)

  function remembered(): HTMLElement {
    const { profile } = shop
    const facts = profile.value && rememberedFacts(profile.value)
    return build('section', {}, build('h2', {}, 'What Shopside remembers'),
      facts && facts.length > 0
        ? build('ul', { class: 'facts-list' }, facts.map(fact => build('li', {}, fact)))
        : build('p', {}, 'Nothing is remembered.'),
      build('p', { class: 'quiet' }, `${stored(shop)} Nothing was sent anywhere by Shopside.`))
  }

  function switches(): HTMLElement {
    const state = shop.consent.state.value
    return build('section', {}, build('h2', {}, 'What it may do'),
      build('ul', { class: 'switches' }, purposes.map(([purpose, name, off]) => build('li', {},
        build('input', { type: 'checkbox', id: `may-${purpose}`, checked: state[purpose] === 'granted', onchange: event => set(purpose, event) }),
        build('label', { for: `may-${purpose}` }, name, build('small', { class: 'quiet' }, `${answerWords(state, purpose)} ${off}`))))))
  }

  function set(purpose: Purpose, event: Event): void {
    const given = (event.currentTarget as HTMLInputElement).checked
    if (record.get().as === undefined) giveAnswer(shop, { personalize: false, ...readAnswer(), [purpose]: given })
    else shop.consent.set({ [purpose]: given })
    const bar = document.getElementById('ask')
    if (bar) bar.hidden = true
  }

  function take(): HTMLElement {
    return build('section', {}, build('h2', {}, 'Take or erase'),
      build('p', {}, 'The copy is a file that you can read, and load here or in another browser.'),
      build('div', { class: 'buttons' },
        build('button', { type: 'button', class: 'button', id: 'save-copy', onclick: () => void saveCopy(shop) }, 'Save a copy'),
        build('button', { type: 'button', class: 'button', id: 'load-copy', onclick: () => place?.querySelector<HTMLInputElement>('#copy-file')?.click() }, 'Load a copy'),
        build('input', { type: 'file', id: 'copy-file', accept: 'application/json,.json', hidden: true, 'aria-label': 'A saved copy', onchange: event => void loadCopy(event) }),
        build('button', { type: 'button', class: 'button', id: 'erase', onclick: () => void erase() }, 'Erase everything')),
      build('p', { role: 'status', class: 'said' }, said))
  }

  async function loadCopy(event: Event): Promise<void> {
    const file = (event.currentTarget as HTMLInputElement).files?.[0]
    if (!file) return
    const copy = parse(await file.text())
    if (!await sure(`This copy holds ${countEvents(copy)}. Add them to what is remembered here?`, 'Load', 'Leave')) return
    const { added, skipped, reason } = await shop.import(copy)
    say(reason === undefined ? `${added} loaded, ${skipped} were here already.` : `Not loaded: ${reason}`)
  }

  async function erase(): Promise<void> {
    if (!await sure('Everything that Shopside remembers in this browser goes, in all tabs. It cannot be brought back.', 'Erase', 'Keep')) return
    await shop.erase()
    giveAnswer(shop, undefined)
    tick(record, 'erase')
    say(`Erased from this browser at ${new Date(record.now()).toISOString().slice(11, 16)}.`)
    if (record.get().as === undefined) ask(shop)
  }

  function say(sentence: string): void {
    said = sentence
    draw()
  }

  function shopsOwn(): HTMLElement {
    return build('section', {}, build('h2', {}, 'What the shop keeps itself'),
      build('p', {}, 'Two keys in this browser: your basket with the shop\'s clock, and your answer to the question.'),
      ...[recordKey, answerKey].flatMap((key): Child[] => [build('h3', {}, key), build('pre', { tabindex: 0, 'aria-label': `Content of ${key}` }, readKey(key))]))
  }
}

function stored(shop: Shopside): string {
  const { mode, bytes, records } = shop.status().storage
  if (mode === 'none') return 'Nothing is stored.'
  if (mode === 'memory') return 'Forgotten when you close this page.'
  const kilobytes = bytes === undefined ? '' : `${(bytes / 1000).toFixed(1)} kB`
  const parts = [kilobytes, records === undefined ? '' : `${records} records`].filter(part => part !== '').join(', ')
  return parts === '' ? 'Stored in this browser.' : `Stored in this browser: ${parts}.`
}

function answerWords(state: ConsentState, purpose: Purpose): string {
  if (state[purpose] === 'unknown') return 'Not answered.'
  return state[purpose] === 'granted' ? 'You said yes.' : 'You said no.'
}

async function saveCopy(shop: Shopside): Promise<void> {
  const file = await shop.export()
  const address = URL.createObjectURL(new Blob([JSON.stringify(file, null, 2)], { type: 'application/json' }))
  build('a', { href: address, download: 'thimble-and-tin.json' }).click()
  // the download has begun with the click; the bytes need not stay in memory
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}

function countEvents(copy: unknown): string {
  const events = (copy as { events?: unknown } | undefined)?.events
  return Array.isArray(events) ? `${events.length} events` : 'nothing that can be read'
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // no copy of ours; `import` says so
    return undefined
  }
}

function readKey(key: string): string {
  try {
    const text = localStorage.getItem(key)
    return text === null ? 'Not there.' : JSON.stringify(JSON.parse(text), null, 2)
  } catch {
    // blocked storage, or not JSON: shown as what it is
    return 'Cannot be read.'
  }
}
