import type { Signal } from '@preact/signals-core'
import type { FunctionComponent } from 'preact'
import type { Membership, RuleFact } from '@shopside/engine'
import type { Client, Forgettable, Purpose, Remembered, Remembering } from '@shopside/browser'
import type { Message } from '../messages/message.ts'

/** Where what is remembered lives: nowhere, this page's memory (and why), the browser, or somewhere that does not answer now. */
export type Storage = 'none' | 'memory' | 'kept' | 'unreadable'

/** A view that is loaded when it has something to show, with its styles and words. */
export interface PrivacyPart<Props> {
  View: FunctionComponent<Props>
  css: string
  messages: Readonly<Record<string, Message>>
}

/** The list of what is remembered and concluded. */
export type PastPart = PrivacyPart<{ model: PrivacyModel; past: Remembered }> & { loadRules(past: Remembered): Promise<RulePart | undefined> }

/** Words of what a shop's own rules stand on. */
export interface RulePart {
  wordsFor(
    client: Client, segments: readonly Membership[], sentenceOf: (segment: Membership) => string | undefined,
  ): (fact: RuleFact) => string | undefined
  messages: Readonly<Record<string, Message>>
}

/** What is asked about before it is done: erasing, and a copy that is to be loaded. */
export type TakePart = PrivacyPart<{ model: PrivacyModel; open: OpenQuestion }> & { save: (model: PrivacyModel) => Promise<void> }

/** The question that is open now. */
export type OpenQuestion = { kind: 'erase' } | { kind: 'copy'; file: File }

/** What the page knows and shows. */
export interface PrivacyFacts {
  past: Remembered | undefined
  storage: Storage
}

/** Everything the views draw from, and all that they can do. Acts never reject: they say how they ended in `words`. */
export interface PrivacyModel {
  client: Client
  host: HTMLElement
  /** Days of the timeline that are open at first. */
  daysAtFirst: number
  facts: Signal<PrivacyFacts>
  parts: Signal<{ past?: PastPart; rules?: RulePart; take?: TakePart }>
  question: Signal<OpenQuestion | undefined>
  /** Said politely, once. */
  words: Signal<string>
  /** Stands on the page until it is left: when it was erased. */
  erased: Signal<string | undefined>
  remembering(): Promise<Remembering>
  /** Reads again what is remembered. */
  look(): Promise<void>
  forget(what: Forgettable, said: string): Promise<void>
  answer(purpose: Purpose, isGranted: boolean): Promise<void>
  pause(isPaused: boolean): void
  /** `isStranger`: somebody else sits here; it is said so afterwards. */
  erase(isStranger: boolean): Promise<void>
  ask(question: OpenQuestion): Promise<void>
  save(): Promise<void>
}
