import { toUrl } from '@shopside/engine/boundary'
import type { Environment } from '../environment.ts'
import { readBytes } from '../readBytes.ts'
import type { LiveOption } from './liveOption.ts'

/** An item's facts are some sixty bytes; what is larger is something else. */
const maxBytes = 64_000

/** Asks the shop about items. Rejects when it does not answer as it should. */
export type AskShop = (itemIds: string[], signal: AbortSignal) => Promise<unknown>

/**
 * The shop's own answer to `live`. An address is asked with the ids in place of `{ids}`, encoded, commas between them: on the
 * page's own origin, or by https on a host that the shop named; without cookie, referrer and header of ours, and never redirected
 * to another place.
 */
export function toAskShop(option: LiveOption, environment: Environment, hosts: readonly string[]): AskShop {
  if (typeof option === 'function') return async itemIds => option(itemIds)
  return async (itemIds, signal) => {
    const { fetch, window: { document: { baseURI } } } = environment
    // Alone in their place, these two would walk up the path.
    const ids = itemIds.filter(id => id !== '.' && id !== '..').map(encodeURIComponent).join()
    const address = ids === '' || !option.includes('{ids}')
      ? undefined
      : toUrl(option.replaceAll('{ids}', () => ids), baseURI, hosts)
    if (address === undefined) throw new Error('live-address')
    const response = await fetch(address, { signal, credentials: 'omit', referrerPolicy: 'no-referrer', redirect: 'error' })
    if (!response.ok) throw new Error(`live-${response.status}`)
    return JSON.parse(new TextDecoder().decode(await readBytes(response, maxBytes)))
  }
}
