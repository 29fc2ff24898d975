import { computed, effect, signal, type ReadonlySignal } from '@preact/signals-core'
import type { Membership, StoreNorms, Watched } from '@shopside/engine'
import { mayRemember } from '../consent/gate.ts'
import { loadTwice } from '../loadTwice.ts'
import { alone } from '../log/alone.ts'
import type { LiveModel } from '../model/liveModel.ts'
import type { Shopper, ShopSignals } from '../shopSignals.ts'
import type { WayIn } from '../wayIn.ts'
import { createJudge, type Judge, type Rules } from './createJudge.ts'
import { createKeptSegments } from './createKeptSegments.ts'
import { createPageFacts } from './createPageFacts.ts'
import { createTelling, type SegmentEdge } from './createTelling.ts'

export interface SegmentingOptions {
  wayIn: WayIn
  signals: ShopSignals
  shopper: ReadonlySignal<Shopper | undefined>
  model: Pick<LiveModel, 'model' | 'find' | 'norms'>
  /** Changes with every route of the page. */
  epoch: ReadonlySignal<number>
  /** Folds the log anew; never rejects. */
  fold(): Promise<void>
  /** Sets what rules ask of events, for the next fold. */
  watch(watched: Watched | undefined): void
}

/** Keeps the signals of memberships and conclusions, and tells their edges. */
export interface Segmenting {
  /** Judges anew, by the present time. Resolves when the signals are final; rejects when the rules cannot be read. */
  settle(): Promise<void>
  /** `<shopside-when>` stands on this page: memberships are kept for the next one. */
  keep(): void
  dispose(): void
}

/** Predictions are told by the hour; and a device that slept looks at the clock at least so often. */
const hourMs = 3_600_000
/** Longest wait for another tab that tells edges: it may be frozen. */
const lockTimeoutMs = 5000

export function createSegmenting({ wayIn, signals, shopper, model, epoch, fold, watch }: SegmentingOptions): Segmenting {
  const { environment, name, gate, now } = wayIn
  const { document } = environment.window
  const judge = signal<Judge | undefined>(undefined)
  const pageFacts = createPageFacts(wayIn, signals)
  const kept = createKeptSegments(wayIn)
  /** The time by which the page judges: moved when somebody asks, and when the clock alone changes something. */
  const time = signal({ at: now() })
  const begins = signal(false)
  const segments = computed(() => {
    // What a route or the model changes is read where it stands.
    void [epoch.value, model.model.value]
    const known = mayRemember(gate.state.value) ? shopper.value : undefined
    const { memberships, flipsAt } = judge.value!.segments(known, pageFacts(), time.value.at)
    return { memberships: asBefore(memberships, known !== undefined), flipsAt }
  })
  /** Without consent, what was told is this page's memory alone. */
  let told: readonly string[] = []
  /** What the page has heard: a yes that comes later is no second beginning. */
  const announced = new Map<string, boolean>()
  let stops: (() => void)[] | undefined

  /** On a page without a past, a membership is as old as this page's knowledge of it. */
  function asBefore(memberships: Membership[], isRemembered: boolean): Membership[] {
    if (isRemembered) return memberships
    const before = signals.segments.peek() ?? []
    return memberships.map(each => ({ ...each, since: before.find(({ id }) => id === each.id)?.since ?? each.since }))
  }

  async function settle(): Promise<void> {
    if (judge.peek() === undefined) await begin()
    const at = now()
    // The same hour before the next flip is the same answer: who asks at each change must come to an end.
    if (at >= (segments.peek().flipsAt ?? Infinity) || Math.floor(at / hourMs) !== Math.floor(time.peek().at / hourMs)) time.value = { at }
    stops ??= [effect(conclude), effect(publish), effect(wake)]
  }

  async function begin(): Promise<void> {
    const norms = await model.norms()
    const { timeZone } = new Intl.DateTimeFormat().resolvedOptions()
    const rules = norms?.segments?.length ? await loadTwice(() => import('../lazy/segmentingRules.ts')) : undefined
    const judging = judgeBy(norms, rules, timeZone)
    if (judging.watched) {
      watch(judging.watched)
      await fold()
    }
    judge.value = judging
  }

  function judgeBy(norms: StoreNorms | undefined, rules: Rules | undefined, timeZone: string): Judge {
    try {
      return createJudge(norms, rules, model.find, timeZone)
    } catch {
      wayIn.warnings.warn('rules-unreadable', 'Build the model anew: "shopside build --rules" checks every rule.')
      return createJudge(norms, undefined, model.find, timeZone)
    }
  }

  function conclude(): void {
    const { at } = time.value
    const judging = judge.value!
    signals.conclude.value = profile => ({ ...profile, ...judging.look(profile, Math.max(at, profile.lastAt ?? at)) })
  }

  function publish(): void {
    const { memberships } = segments.value
    signals.segments.value = memberships
    kept.keep(shopper.peek() && memberships, begins.value)
    if (signals.isFollowed.value) void tell()
  }

  /** The one timer: only while somebody follows. */
  function wake(): (() => void) | void {
    const { flipsAt } = segments.value
    if (!signals.isFollowed.value || flipsAt === undefined) return
    const page = environment.window
    const timer = page.setTimeout(
      () => { time.value = { at: now() } }, Math.min(hourMs, Math.max(0, flipsAt - now())) + 1)
    return () => page.clearTimeout(timer)
  }

  const mayTell = (): boolean => !gate.isPaused() && !gate.isOutdated()

  function known(): { now: readonly Membership[]; told: readonly string[] } | undefined {
    const list = signals.segments.peek()
    if (list === undefined) return undefined
    if (!mayRemember(gate.state.peek())) return { now: list, told }
    const profile = signals.profile.peek()
    return profile && mayTell() ? { now: list, told: Object.keys(profile.told ?? {}) } : undefined
  }

  const tell = createTelling({
    known,
    alone: run => (mayRemember(gate.state.peek()) ? alone(environment, `${name}.segments`, lockTimeoutMs, run) : run()),
    async read() {
      if (mayRemember(gate.state.peek())) await fold()
      return known()
    },
    async write(edges) {
      if (!mayRemember(gate.state.peek())) {
        told = signals.segments.peek()!.map(({ id }) => id)
        return true
      }
      const said = edges.map(({ id, entered }) => wayIn.say({
        name: entered ? 'segment_entered' : 'segment_exited', params: { segment_id: id },
      }))
      return (await said[0])?.level !== 'dropped'
    },
    announce,
  })

  function announce(edges: readonly SegmentEdge[]): void {
    const list = signals.segments.peek() ?? []
    for (const { id, entered } of edges) {
      if (!judge.peek()!.publics.has(id) || announced.get(id) === entered) continue
      announced.set(id, entered)
      const detail = { id, entered, since: list.find(each => each.id === id)?.since ?? now() }
      document.dispatchEvent(new CustomEvent('shopside:segment', { detail }))
    }
  }

  return {
    settle,
    keep() { begins.value = true },
    dispose() { for (const stop of stops ?? []) stop() },
  }
}
