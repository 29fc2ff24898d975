import { signal, type ReadonlySignal } from '@preact/signals-core'
import type { ConsentState, Purpose } from '../client.ts'
import { version as ownVersion } from '../version.ts'
import { createConsentKey } from './consentKey.ts'
import { encodeConsent, purposes, toBase36, toTime, type Given, type StoredConsent } from './storedConsent.ts'
import { signalSource, toState } from './toState.ts'

/** What consent allows now. The one place that knows; it is asked before any storage is touched. */
export interface Gate {
  readonly state: ReadonlySignal<ConsentState>
  /** Names the stretch of remembering that this tab belongs to; undefined while nothing may be stored. */
  epoch(): string | undefined
  /**
   * Takes answers; whatever is no boolean is none. A yes to `personalize` waits while an erase is under way.
   *
   * @param source `shop`, `shopper`, or the name of a consent tool
   * @param version of the notice that was answered; default Shopside's own
   */
  answer(answers: unknown, source: string, version?: unknown): void
  /** Until then nothing new is remembered; undefined, or a time that is over, ends it. */
  pause(untilMs: number | undefined): void
  isPaused(): boolean
  /** Called before the first write: keeps a grant by option like any other, so that every tab can see when it is taken back. */
  begin(): void
  /**
   * Compares with the stored key: true when another tab withdrew or erased, and this one must forget. Tabs that were granted at
   * once, before either could read the other's answer, belong together: this one joins the stretch that stands in the key.
   */
  isOutdated(): boolean
  /** Takes over what another tab answered. */
  refresh(): void
  /** The tombstone over everything: the answer is unknown until the stores are empty, then again what the option says. */
  forget(): void
  /** The tombstone, unless another tab was granted since: until the stores are empty, no yes is taken. */
  bury(): void
  /** A tombstone stands: stores are emptied before anything is opened. */
  mustErase(): boolean
  /** Every store reads back empty: the tombstone goes, and a yes that waited for it is taken. */
  erased(): void
  /** `auto` found no tool on the page: a stored answer by hand counts again. */
  believeStored(): void
}

export interface GateOptions {
  /** `source`: a tool of the page decides, and a stored grant is not believed against it. `auto`: where there is one. */
  mode: 'required' | 'granted' | 'source' | 'auto'
  key: string
  storage: () => Storage
  now: () => number
  createId: () => string
  /** Denied whatever is answered, because of Global Privacy Control. */
  signalled: readonly Purpose[]
  rememberRefusal: boolean
  /** `?shopside=off`: all is denied, and no answer changes that. */
  isOff?: boolean
  /** A purpose's answer has changed here, by an answer, while it may be remembered. */
  onAnswered?: (purpose: Purpose, state: ConsentState) => void
}

const shoppersNo = /^d,shopper,/

/**
 * Two grants this close are one answer that two tabs heard: a browser's processes see each other's localStorage within some tens
 * of milliseconds, and a busy page reads it late. Nobody withdraws and grants again within that time by hand.
 */
const atOnceMs = 1000

/** An epoch that followed an erase in the same tab begins so: however soon, it is a stretch of its own. */
const afterErase = '_'

/** Longest pause: a year. A clock that was wrong once must not stop remembering for ever. */
const maxPauseMs = 366 * 86_400_000

/**
 * Three purposes, each granted, denied or unknown. Absent means unknown; a refusal is written only where forgetting it would be a
 * yes.
 */
export function createGate(options: GateOptions): Gate {
  const { now, mode, isOff = false } = options
  const { read, write } = createConsentKey(options.storage, options.key)
  const followsTool = mode === 'source' || mode === 'auto'
  let waits = followsTool
  let record: StoredConsent = { erasing: false, epoch: '', version: '', pausedUntil: 0, given: purposes.map(() => 'd,off,') }
  /** False where storage takes nothing (full, refused, or a page's own that forgets): consent then holds for this page alone. */
  let kept = false
  /** Stores have to be emptied, and the tombstone could not be written. */
  let unburied = false
  /** This tab has erased: what it is granted next does not join what was before. */
  let hasErased = false
  /** A yes that waits for the stores to be empty. */
  let wish: [answers: object, source: string, version: unknown] | undefined
  const signalledSince = toBase36(now())
  /** The refusals that are written: where the shop wants it, or where forgetting would be a yes. */
  const keepsNo = options.rememberRefusal || mode === 'granted' ? /^d/ : followsTool ? shoppersNo : /^$/

  function save(erasing = false, next = record): void {
    hasErased ||= erasing
    const [personalize = ''] = next.given
    const isKept = next.given.some(each => each[0] === 'g') || keepsNo.test(personalize)
    write(erasing || isKept ? { ...next, erasing } : undefined)
    const stored = read()
    kept = record.epoch !== '' && stored?.epoch === record.epoch
    unburied = erasing && !stored?.erasing
  }

  const mustErase = (): boolean => read()?.erasing ?? unburied
  /** Of `personalize`: g, d or u. */
  const letter = (): string => record.given[0]![0]!

  /** What holds by the stored key and the option alone. */
  function start(): void {
    if (isOff) return
    const stored = read() ?? undefined
    const isOurs = stored !== undefined && stored.epoch !== '' && stored.epoch === record.epoch
    const asked = mode === 'granted' && !mustErase() ? 'g,default,' : 'u,default,'
    function believed(purpose: Purpose, was: Given): Given {
      if (options.signalled.includes(purpose)) return was.includes(signalSource) ? was : `d,${signalSource},${signalledSince}`
      // The tombstone is over what is remembered: other answers were not taken back with it.
      if (was[0] === 'u' || (purpose === 'personalize' && was[0] === 'g' && stored!.erasing)) return asked
      return isOurs || !followsTool || (!waits && /,shop/.test(was)) || shoppersNo.test(was) ? was : asked
    }
    record = {
      ...(stored ?? { epoch: '', version: '', pausedUntil: 0 }), erasing: false,
      given: purposes.map((purpose, place) => believed(purpose, stored?.given[place] ?? 'u')),
    }
    if (!(record.pausedUntil > now())) record.pausedUntil = 0
    const hadEpoch = record.epoch !== ''
    if (letter() !== 'g') record.epoch = ''
    kept = record.epoch !== ''
    if (hadEpoch && letter() === 'd') save(true)
  }

  let shown: string | undefined
  function publish(): void {
    const text = encodeConsent(record)
    if (text !== shown) state.value = toState(record)
    shown = text
  }

  function restart(): void {
    start()
    publish()
  }

  /** Begins a stretch of remembering, or joins the one of the tab that was granted first. */
  function keep(): void {
    record.epoch ||= read()?.epoch || (hasErased ? afterErase : '') + options.createId()
    save()
  }

  /** Another tab was granted at the same moment, and its answer is the one that was kept. */
  function isTwin({ erasing, epoch, given }: StoredConsent): boolean {
    const [ours, theirs] = [record.given[0]!, given[0]!].map(each => toTime(each.split(',')[2]!))
    return !erasing && epoch !== '' && epoch[0] !== afterErase && Math.abs(ours! - theirs!) <= atOnceMs
  }

  function answer(answers: unknown, source: string, version?: unknown): void {
    if (isOff) return
    const noted = (typeof version === 'string' && version.replace(/[^\w.-]/g, '').slice(0, 20)) || ownVersion
    const stored = read()
    const given = purposes.map((purpose, place) => {
      const held = record.given[place]!
      // Own alone, and a yes or no alone: it may come from a script where no compiler has looked.
      const yes = answers != null && Object.hasOwn(answers, purpose) ? (answers as Record<string, unknown>)[purpose] : undefined
      if (typeof yes !== 'boolean' || options.signalled.includes(purpose)) return held
      if (place === 0) {
        wish = yes && mustErase() ? [{ [purpose]: yes }, source, version] : undefined
        if (wish !== undefined) return held
      }
      const said = `${yes ? 'g' : 'd'},${source},`
      // Said before by the same, of the same notice: it counts from then.
      const before = noted === record.version ? [held, stored?.given[place]].find(was => was?.startsWith(said)) : undefined
      return before ?? said + toBase36(now())
    })
    if (given.join() === record.given.join()) return
    const was = state.value
    record = { ...record, version: noted, given }
    if (letter() === 'g') keep()
    else {
      const erases = mustErase() || (letter() === 'd' && (mayRemember(was) || Boolean(stored?.epoch)))
      record.epoch = ''
      // While a tool has yet to speak of it, an earlier page's grant is neither believed nor written over: other tabs live by it.
      if (!followsTool || letter() === 'd' || erases) save(erases)
    }
    publish()
    if (letter() === 'g') {
      purposes.forEach((purpose, place) => {
        // A tool says on each page what it said on the one before.
        const isNew = state.value[purpose] !== was[purpose] && given[place] !== stored?.given[place]
        if (isNew) options.onAnswered?.(purpose, state.value)
      })
    }
  }

  start()
  const state = signal<ConsentState>(toState(record))
  return {
    state, answer, mustErase,
    epoch: () => record.epoch || undefined,
    bury() {
      if (!read()?.epoch) save(true)
    },
    pause(untilMs) {
      record = { ...record, pausedUntil: untilMs! > now() ? Math.min(untilMs!, now() + maxPauseMs) : 0 }
      if (letter() === 'g') keep()
      publish()
    },
    isPaused: () => ((kept && read()) || record).pausedUntil > now(),
    begin() {
      if (record.epoch || letter() !== 'g') return
      record.given = record.given.map(each => (each.endsWith(',') ? each + toBase36(now()) : each))
      keep()
    },
    isOutdated() {
      const stored = kept ? read() : null
      if (stored === null || stored?.epoch === record.epoch) return false
      if (stored === undefined || !isTwin(stored)) return true
      record.epoch = stored.epoch
      restart()
      return false
    },
    refresh() {
      // What was answered here and kept nowhere holds on this page.
      const stored = read()
      if (stored !== null && (stored !== undefined || kept)) restart()
    },
    forget() {
      wish = undefined
      if (!isOff) record = { erasing: false, epoch: '', version: '', pausedUntil: 0, given: purposes.map(() => 'u,default,') }
      save(true)
      publish()
    },
    erased() {
      unburied = false
      const stored = read()
      if (stored?.erasing) save(false, stored)
      if (wish !== undefined) answer(...wish)
      else if (letter() === 'u') restart()
    },
    believeStored() {
      waits = false
      if (state.value.source === 'default') restart()
    },
  }
}

/** True when events may be kept on this device. */
export function mayRemember(state: ConsentState): boolean {
  return state.personalize === 'granted'
}
