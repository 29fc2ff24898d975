import { signal, type ReadonlySignal } from '@preact/signals-core'
import type { ConsentState, Purpose } from '../client.ts'
import { allPurposes, purposes, readConsent, writeConsent, type StoredConsent } from './storedConsent.ts'

/** What consent allows now. The one place that knows; it is asked before any storage is touched. */
export interface Gate {
  readonly state: ReadonlySignal<ConsentState>
  /** Names the stretch of remembering that this tab belongs to; undefined while nothing may be stored. */
  epoch(): string | undefined
  set(answers: Partial<Record<Purpose, boolean>>): void
  /** Called before the first write: keeps a grant by option like any other, so that every tab can see when it is taken back. */
  begin(): void
  /** Compares with the stored key: true when another tab withdrew or erased, and this one must forget. */
  isOutdated(): boolean
  /** Takes over what another tab answered. */
  refresh(): void
  /** The tombstone: the key goes, and the answer is again what the option says. */
  forget(): void
}

export interface GateOptions {
  mode: 'required' | 'granted'
  key: string
  storage: () => Storage
  now: () => number
  createId: () => string
  /** Global Privacy Control: `connectors` stays denied. */
  privacySignal: boolean
  rememberRefusal: boolean
  /** `?shopside=off`: all is denied, and no answer changes that. */
  isOff?: boolean
}

/**
 * Three purposes, each granted, denied or unknown. Absent means unknown; a refusal writes nothing unless the shop wants it.
 */
export function createGate(options: GateOptions): Gate {
  const { key, storage, now } = options
  let epoch: string | undefined
  /** False where storage takes nothing (full, refused, or a page's own that forgets): consent then holds for this page alone. */
  let kept = false

  function initial(): ConsentState {
    if (options.isOff) return { ...allPurposes('denied'), source: 'off' }
    const stored = readConsent(storage, key)
    epoch = stored?.personalize === 'granted' ? stored.epoch : undefined
    kept = epoch !== undefined
    if (stored !== undefined) {
      const { personalize, analytics, connectors, source, at } = stored
      return withSignal({ personalize, analytics, connectors, source, ...(at === undefined ? {} : { at }) })
    }
    return withSignal({ ...allPurposes(options.mode === 'granted' ? 'granted' : 'unknown'), source: 'default' })
  }

  function withSignal(state: ConsentState): ConsentState {
    return options.privacySignal ? { ...state, connectors: 'denied' } : state
  }

  function store(state: ConsentState): void {
    const granted = purposes.some(purpose => state[purpose] === 'granted')
    const keep = granted || (options.rememberRefusal && state.personalize === 'denied')
    // Another tab may have been granted first: then this one joins it.
    epoch = state.personalize === 'granted' ? (epoch ?? (readConsent(storage, key)?.epoch || options.createId())) : undefined
    const record: StoredConsent | undefined = keep ? { v: 1, epoch: epoch ?? '', ...state } : undefined
    writeConsent(storage, key, record)
    kept = epoch !== undefined && readConsent(storage, key)?.epoch === epoch
  }

  const state = signal<ConsentState>(initial())
  return {
    state,
    epoch: () => epoch,
    set(answers) {
      if (options.isOff) return
      const next: ConsentState = { ...state.value, source: 'shop', at: now() }
      for (const purpose of purposes) {
        // From a script or the stub's queue, where no compiler has looked.
        const answer = (answers as typeof answers | null | undefined)?.[purpose]
        if (typeof answer === 'boolean') next[purpose] = answer ? 'granted' : 'denied'
      }
      const settled = withSignal(next)
      if (purposes.every(purpose => settled[purpose] === state.value[purpose]) && state.value.source !== 'default') return
      store(settled)
      state.value = settled
    },
    begin() {
      if (epoch === undefined && mayRemember(state.value)) store({ ...state.value, at: now() })
    },
    isOutdated: () => kept && storageAnswers(storage) && readConsent(storage, key)?.epoch !== epoch,
    refresh() {
      const before = state.value
      const next = initial()
      if (purposes.some(purpose => next[purpose] !== before[purpose])) state.value = next
    },
    forget() {
      writeConsent(storage, key, undefined)
      epoch = undefined
      state.value = initial()
    },
  }
}

/** Where localStorage itself refuses, its silence says nothing about consent. */
function storageAnswers(storage: () => Storage): boolean {
  try {
    return storage() !== undefined
  } catch {
    // Refused: consent holds for this page alone.
    return false
  }
}

/** True when events may be kept on this device. */
export function mayRemember(state: ConsentState): boolean {
  return state.personalize === 'granted'
}

