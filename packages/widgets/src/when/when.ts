import type { Client } from '@shopside/browser'
import { onClient } from '../connect.ts'
import { isShown } from './isShown.ts'

// In Node there is no HTMLElement: importing a widget must not throw there, only using it does.
const Base: typeof HTMLElement = globalThis.HTMLElement ?? (class {} as typeof HTMLElement)

/**
 * `<shopside-when segment="loyal" not="bulk-buyer">`: its children, to who is in a segment or is not.
 *
 * Attributes: `segment` (ids with spaces between: shown to who is in any of them), `not` (hidden from who is in any of them).
 * `data-state`: `shown` or `hidden`. What the first frame showed stays for the page; an element that is added later, or asks something
 * else, takes what is known then. Memberships become known and are kept for the first frame of the next page.
 */
export class ShopsideWhen extends Base {
  static readonly observedAttributes: readonly string[] = ['segment', 'not']
  /** Set once the elements of the page's own markup are upgraded. */
  static isLate: boolean = false

  declare segment: string
  declare not: string

  #client: Client | undefined
  #stop: (() => void) | undefined

  connectedCallback(): void {
    // Moved within one task: it stays as it is.
    if (this.#stop) return
    let unfollow = (): void => {}
    const stop = onClient(client => {
      unfollow()
      this.#client = client
      unfollow = client ? follow(client) : () => {}
      this.#report()
    })
    this.#stop = () => {
      stop()
      unfollow()
    }
    this.#decide(ShopsideWhen.isLate)
  }

  disconnectedCallback(): void {
    queueMicrotask(() => {
      if (this.isConnected) return
      this.#stop?.()
      this.#stop = undefined
      delete this.dataset['state']
    })
  }

  attributeChangedCallback(_name: string, before: string | null, after: string | null): void {
    if (before !== after && this.#stop) this.#decide(true)
  }

  /** @param isNew by what is known now, if anything is; else it is what the sheets say that it is */
  #decide(isNew: boolean): void {
    const known = isNew ? this.#client?.shop.segments.peek() : undefined
    delete this.dataset['state']
    const shown = known
      ? isShown({ segment: this.getAttribute('segment'), not: this.getAttribute('not') }, new Set(known.map(({ id }) => id)))
      : getComputedStyle(this).display !== 'none'
    this.dataset['state'] = shown ? 'shown' : 'hidden'
    this.#report()
  }

  #report(): void {
    if (this.dataset['state']) this.#client?.report(this, 'ready', this.dataset['state'])
  }
}

/** Somebody follows the memberships, and they are kept for the next page. */
function follow(client: Client): () => void {
  if (client.isOff) return () => {}
  void client.keepSegments()
  return client.shop.segments.subscribe(() => {})
}

declare global {
  interface HTMLElementTagNameMap {
    'shopside-when': ShopsideWhen
  }
}
