import type { Client } from '@shopside/browser'

type Listener = (client: Client | undefined) => void

let current: Client | undefined
const listeners = new Set<Listener>()

/**
 * Gives every element of the page, present and future, its client. Elements wait (and show their children) until then.
 * A second call replaces the first client; elements draw again.
 *
 * @returns takes the client away again: elements go back to their children
 */
export function connect(client: Client): () => void {
  tell(client)
  return () => {
    if (current === client) tell(undefined)
  }
}

/**
 * Calls `listener` with the client as soon as there is one, and again when it is replaced or taken away (undefined).
 *
 * @returns the unsubscribe
 */
export function onClient(listener: Listener): () => void {
  listeners.add(listener)
  if (current) listener(current)
  return () => {
    listeners.delete(listener)
  }
}

function tell(client: Client | undefined): void {
  // Every widget's chunk connects: the same client once more is no news, and a second run would race the first.
  if (current === client) return
  current = client
  for (const listener of [...listeners]) listener(client)
}
