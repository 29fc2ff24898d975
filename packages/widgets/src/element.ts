import { h, render, type ComponentChild } from 'preact'
import type { Client, WidgetStatus } from '@shopside/browser'
import { collapseOffScreen } from './collapseOffScreen.ts'
import { onClient } from './connect.ts'
import type { Message } from './messages/message.ts'
import { addMessages } from './messages/t.ts'
import { onNear } from './onNear.ts'
import { Boundary } from './parts/Boundary.tsx'
import baseCss from './parts/base.css?inline'
import { sheetOf } from './sheetOf.ts'
import { pageTimers, type Timers } from './timers.ts'
import { toPropertyName } from './toPropertyName.ts'

/** What an element says of itself in `data-state` and in `shop.status()`. */
export type WidgetState = WidgetStatus['state']

/** Flat tiles are drawn only when the answer takes longer than this (`reference/widgets.md`, states). */
const loadingAfterMs = 120

// In Node there is no HTMLElement: importing a widget must not throw there, only using it does.
const Base: typeof HTMLElement = globalThis.HTMLElement ?? (class {} as typeof HTMLElement)

/**
 * What all elements have in common: shadow root, styles, waiting for client and viewport, one run at a time,
 * states told to everybody who asks, and an error that ends as the element's own children.
 * A subclass implements `run`, which may be called again at any time; its signal is aborted first.
 */
export abstract class ShopsideElement extends Base {
  /** CSS texts beside the base sheet. */
  static readonly styles: readonly string[] = []
  /** Words that its views use. */
  static readonly messages: Readonly<Record<string, Message>> = {}
  /** Nudges float: they do not wait until their place comes near the viewport. */
  static readonly waitsForView: boolean = true

  timers: Timers = pageTimers
  protected client: Client | undefined
  #work: AbortController | undefined
  /** Errors of views so far: a new key gives the next view a fresh boundary. */
  #failures = 0
  #restarting = false
  #painted = false
  #hold: CSSStyleSheet | undefined
  /** Shows the children until something is drawn. It is not Preact's, so it goes before the first drawing. */
  readonly #bare = document.createElement('slot')

  constructor() {
    super()
    const root = this.attachShadow({ mode: 'open' })
    const { styles, messages } = this.constructor as typeof ShopsideElement
    addMessages(messages)
    root.adoptedStyleSheets = [baseCss, ...styles].map(sheetOf)
    root.append(this.#bare)
  }

  /** Works out what to show and draws it. Ends quietly once `signal` is aborted. */
  protected abstract run(client: Client, signal: AbortSignal): Promise<void>

  /** What stands in the box while a slow answer is on its way: the children, if the shop wrote some, else flat tiles. */
  protected placeholder(): ComponentChild {
    return h('slot', null)
  }

  connectedCallback(): void {
    this.#adoptEarlyProperties()
    // Moved within one task (a framework sorting its list): nothing to do again.
    if (!this.#work) this.#start()
  }

  disconnectedCallback(): void {
    queueMicrotask(() => {
      if (this.isConnected) return
      this.#stop()
      this.#painted = false
      this.draw(null)
      this.shadowRoot!.replaceChildren(this.#bare)
    })
  }

  attributeChangedCallback(_name: string, before: string | null, after: string | null): void {
    if (before === after || !this.#work) return
    // The shop asked for another box: the height held for the old one is no longer owed.
    this.#hold?.replaceSync('')
    this.restart()
  }

  /** Adds the styles and words of a part that was loaded later. */
  protected adopt(css: string, messages: Readonly<Record<string, Message>>): void {
    addMessages(messages)
    const root = this.shadowRoot!
    const sheet = sheetOf(css)
    if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet]
  }

  /** Keeps the box as high as it is: what the page shows below must not move when this element has less to say. */
  protected holdHeight(): void {
    const { offsetHeight } = this
    if (!offsetHeight || !this.shadowRoot) return
    if (!this.#hold) {
      this.#hold = new CSSStyleSheet()
      this.shadowRoot.adoptedStyleSheets = [...this.shadowRoot.adoptedStyleSheets, this.#hold]
    }
    this.#hold.replaceSync(`:host { min-block-size: ${offsetHeight}px !important }`)
  }

  /** Begins anew, once however many reasons this task brings. What is painted stays until the new answer. */
  protected restart(): void {
    if (this.#restarting || !this.#work) return
    this.#restarting = true
    queueMicrotask(() => {
      this.#restarting = false
      if (!this.#work) return
      this.#stop()
      this.#start()
    })
  }

  /** Sets `data-state` and tells the client; `reason` names the remedy where there is one. */
  protected setState(state: WidgetState, reason?: string): void {
    this.dataset['state'] = state
    if (state === 'ready' || state === 'stale') this.#painted = true
    this.client?.report(this, state, reason)
  }

  /** Draws into the shadow root. A view that throws ends in state `error`. */
  protected draw(view: ComponentChild): void {
    const guarded = view === null
      ? null : h(Boundary, { key: this.#failures, onError: error => queueMicrotask(() => this.#fail(error)), children: view })
    this.#bare.remove()
    render(guarded, this.shadowRoot!)
  }

  /** Nothing to show: the slot `empty`, else the children, in the reserved box until nobody sees it go. */
  protected drawNothing(state: WidgetState, reason: string, signal: AbortSignal): void {
    this.holdHeight()
    this.#painted = false
    this.setState(state, reason)
    this.draw(h('slot', { name: 'empty' }, h('slot', null)))
    const { waitsForView } = this.constructor as typeof ShopsideElement
    const keepsChildren = !waitsForView || (state === 'error' && this.childElementCount > 0)
    if (keepsChildren || this.querySelector(':scope > [slot="empty"]')) return
    signal.addEventListener('abort', collapseOffScreen(this))
  }

  /** Work that begins outside `run` (a timer, a signal, a press): whatever it throws ends in state `error`, never at the page. */
  protected attempt(signal: AbortSignal, work: () => void | Promise<void>): void {
    new Promise<void>(done => done(work())).catch(error => {
      if (!signal.aborted) this.#fail(error)
    })
  }

  /** A timer that ends with its run. */
  protected later(delayMs: number, signal: AbortSignal, work: () => void): void {
    signal.addEventListener('abort', this.timers.after(delayMs, work))
  }

  #start(): void {
    const work = new AbortController()
    const { signal } = work
    this.#work = work
    if (!this.#painted) this.setState('waiting')
    signal.addEventListener('abort', onClient(client => {
      // A client that came or went while this run was already on its way.
      if (this.client !== client && this.client) {
        this.client = client
        if (!client) this.draw(h('slot', null))
        this.restart()
        return
      }
      this.client = client
      if (client) this.#whenNear(client, signal)
    }))
  }

  #whenNear(client: Client, signal: AbortSignal): void {
    const begin = (): void => {
      this.later(loadingAfterMs, signal, () => {
        if (this.#painted || this.dataset['state'] !== 'waiting') return
        this.setState('loading')
        this.draw(this.childElementCount > 0 ? h('slot', null) : this.placeholder())
      })
      this.attempt(signal, () => this.run(client, signal))
    }
    const { waitsForView } = this.constructor as typeof ShopsideElement
    if (!waitsForView) return begin()
    if (!this.#painted) this.setState('waiting', 'not near the viewport')
    signal.addEventListener('abort', onNear(this, begin))
  }

  #stop(): void {
    this.#work?.abort()
    this.#work = undefined
    this.client?.claims.release(this)
  }

  #fail(error: unknown): void {
    const signal = this.#work?.signal
    if (!signal) return
    this.client?.claims.release(this)
    this.#failures++
    const message = error instanceof Error ? error.message : String(error)
    this.drawNothing('error', `could not be drawn (${message}): report it with shop.status()`, signal)
  }

  /** Properties set before the element was defined hide the accessors of the class: take them off and set them again. */
  #adoptEarlyProperties(): void {
    const { observedAttributes } = this.constructor as unknown as { observedAttributes?: readonly string[] }
    const self = this as unknown as Record<string, unknown>
    for (const attribute of observedAttributes ?? []) {
      const name = toPropertyName(attribute)
      if (!Object.hasOwn(self, name)) continue
      const value = self[name]
      delete self[name]
      self[name] = value
    }
  }
}
