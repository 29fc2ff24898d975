import { signal as createSignal } from '@preact/signals-core'
import { h } from 'preact'
import { loadTwice, type Client, type Remembered } from '@shopside/browser'
import { ShopsideElement } from '../element.ts'
import { clock } from '../format/clock.ts'
import { privacy as messages } from '../messages/en/privacy.ts'
import type { Message } from '../messages/message.ts'
import { t } from '../messages/t.ts'
import { onChange } from '../onChange.ts'
import { readWhole } from '../readAttribute.ts'
import { Privacy } from './Privacy.tsx'
import type { PrivacyFacts, PrivacyModel } from './privacyModel.ts'
import css from './styles.css?inline'

/**
 * `<shopside-privacy>`: what this browser remembers, what is concluded from it, what it may do, and how to take or erase it.
 *
 * Attributes: `days` (shown at first, 3). Events out: `shopside:erased` once everything is erased (also after "This isn't me"),
 * so that a shop may ask anew. Slots: default (shown until ready).
 */
export class ShopsidePrivacy extends ShopsideElement {
  static override readonly styles: readonly string[] = [css]
  static override readonly messages: Readonly<Record<string, Message>> = messages
  static readonly observedAttributes: readonly string[] = ['days']

  declare days: string


  /** Stays true while the page is open, whatever is drawn anew. */
  readonly #erased = createSignal<string | undefined>(undefined)

  protected override async run(client: Client, signal: AbortSignal): Promise<void> {
    await client.settled()
    if (signal.aborted) return
    const model = this.#modelOf(client, signal)
    await model.look()
    if (signal.aborted) return
    this.draw(h(Privacy, { model }))
    const { state } = client.shop.consent
    const say = (): void => this.#say(client, model.facts.peek())
    say()
    signal.addEventListener('abort', model.facts.subscribe(say))
    signal.addEventListener('abort', onChange([client.epoch, state, client.shop.profile], () => {
      this.attempt(signal, model.look)
    }))
  }

  #say(client: Client, { past, storage }: PrivacyFacts): void {
    if (client.shop.consent.state.peek().personalize === 'denied') {
      return this.setState('off', 'personalize is denied: nothing is remembered')
    }
    if (storage === 'unreadable') return this.setState('stale', 'the log could not be read: see shop.status().storage')
    this.setState('ready', past ? undefined : 'nothing is remembered')
  }

  #modelOf(client: Client, signal: AbortSignal): PrivacyModel {
    const { shop } = client
    let looks = 0
    const model: PrivacyModel = {
      client, host: this, daysAtFirst: readWhole(this, 'days', 3, 1, 100),
      facts: createSignal<PrivacyFacts>({ past: undefined, storage: 'none' }),
      parts: createSignal({}), question: createSignal(undefined), words: createSignal(''), erased: this.#erased,
      remembering: () => client.remembering(),
      look: async () => {
        const turn = ++looks
        const facts = await readFacts(client)
        // A newer look, or the end of this run, has overtaken it.
        if (turn !== looks || signal.aborted) return
        if (facts.past) await this.#loadPast(model, facts.past)
        if (turn === looks && !signal.aborted) model.facts.value = facts
      },
      forget: (what, said) => this.#act(model, async () => {
        await (await client.remembering()).forget(what)
        await model.look()
        return said
      }),
      answer: (purpose, isGranted) => this.#act(model, async () => {
        client.answer({ [purpose]: isGranted })
        if (purpose === 'personalize' && !isGranted) this.#erased.value = this.#erasedNow(client)
        else if (purpose === 'personalize') this.#erased.value = undefined
        return t(isGranted ? 'may.said-on' : 'may.said-off', { name: t(`may.${purpose}`) })
      }),
      pause: isPaused => void this.#act(model, async () => {
        client.pause(isPaused ? new Date(client.now()).setHours(24, 0, 0, 0) : undefined)
        return t(isPaused ? 'take.paused' : 'take.goes-on')
      }),
      erase: async isStranger => {
        try {
          // Everything personal is off the page before this returns for the first time; the stores follow.
          await shop.erase()
          this.#erased.value = [this.#erasedNow(client), isStranger && t('privacy.nobody')].filter(Boolean).join(' ')
          model.words.value = this.#erased.value
          this.dispatchEvent(new CustomEvent('shopside:erased', { bubbles: true, composed: true }))
        } catch {
          // Told by the client as a warning; the shopper is told the one remedy there is.
          model.words.value = this.#erased.value = t('privacy.erase-failed')
        }
        await model.look()
      },
      ask: question => this.#act(model, async () => {
        await this.#loadTake(model)
        model.question.value = question
        return ''
      }),
      save: () => this.#act(model, async () => {
        const { save } = await this.#loadTake(model)
        await save(model)
        return t('take.saved')
      }),
    }
    return model
  }

  /** An act and what is said of it. A file that is missing after a deploy, or a log that broke: the next press tries again. */
  async #act(model: PrivacyModel, act: () => Promise<string>): Promise<void> {
    try {
      model.words.value = await act()
    } catch {
      model.words.value = t('take.failed')
    }
  }

  async #loadPast(model: PrivacyModel, past: Remembered): Promise<void> {
    const { part } = await loadTwice(() => import('./pastPart.ts'))
    const rules = model.parts.peek().rules ?? await part.loadRules(past)
    if (model.parts.peek().past && model.parts.peek().rules === rules) return
    this.adopt(part.css, { ...part.messages, ...rules?.messages })
    model.parts.value = { ...model.parts.peek(), past: part, ...(rules && { rules }) }
  }

  async #loadTake(model: PrivacyModel): Promise<NonNullable<ReturnType<PrivacyModel['parts']['peek']>['take']>> {
    const { part } = await loadTwice(() => import('./takePart.ts'))
    this.adopt(part.css, part.messages)
    model.parts.value = { ...model.parts.peek(), take: part }
    return part
  }

  #erasedNow(client: Client): string {
    return t('privacy.erased', { time: clock(client.now(), client.locale) })
  }
}

async function readFacts(client: Client): Promise<PrivacyFacts> {
  try {
    const past = await (await client.remembering()).look()
    const { mode } = client.shop.status().storage
    return { past, storage: past === undefined ? 'none' : mode === 'memory' ? 'memory' : 'kept' }
  } catch {
    // Its file is gone or the database does not answer: the switches and erasing work all the same.
    return { past: undefined, storage: 'unreadable' }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'shopside-privacy': ShopsidePrivacy
  }
}
