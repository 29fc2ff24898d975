import type { Stage } from './stage.ts'

/** One way in which a browser, a host page or a shopper goes wrong, with what must hold then. */
export interface Fault {
  /** Number in the fault catalogue of docs/reliability.md; a letter behind it tells variants apart. */
  id: string
  name: string
  /** A sentence why the browser at hand cannot do it: printed and listed, never counted as held. */
  notHere?: string
  /** Ms that it may take. @default 30 s */
  timeoutMs?: number
  /** Opens its pages on plain http, which is no secure context. */
  onPlainHttp?: true
  /** Before the oracle looks and before any page: scripts, routes, settings. What it changes is the host's own. */
  inject?(stage: Stage): Promise<void>
  /** @default opens the plain page and tracks five views */
  journey?(stage: Stage): Promise<void>
  /** What must hold beside the oracle and the acknowledged events. Throws when it does not. */
  expect(stage: Stage): Promise<void>
}

/** What one fault came to. */
export interface Outcome {
  id: string
  name: string
  fired: boolean
  /** `held`, `broke`, or `not here`. */
  result: 'held' | 'broke' | 'not here'
  why: string
  /** Exceptions, rejections, changes: what the oracle of the host said. */
  hostComplaints: number
  /** Events answered `written` (or mirrored) that are not there afterwards. */
  acknowledged: number
  lost: number
  seconds: number
}

/** Thrown by a fault that finds out on the way that the browser at hand cannot be brought to it; the message says why. */
export class NotHere extends Error {}

/** Throws with this sentence unless it is so. */
export function must(holds: boolean, sentence: string): asserts holds {
  if (!holds) throw new Error(sentence)
}
