/** What the oracle knows of a request. */
export interface SeenRequest {
  url: string
  method: string
  /** Playwright's resource type: `document`, `script`, `fetch` … */
  type: string
  hasBody: boolean
}

/** The shop's own addresses beside its pages. */
const shopsOwn = ['/assets/', '/pictures/', '/parcels/', '/personas/']

/**
 * Why a request is not on the allow-list: pages of the shop, its files, SDK and model; undefined when it is.
 * Ours (under `/shopside/`) carry no query and no body. What their headers say is looked at on the wire:
 * `journeys/requests.spec.ts`.
 *
 * @param origin the store's origin
 */
export function requestComplaint(request: SeenRequest, origin: string): string | undefined {
  const url = new URL(request.url)
  if (url.protocol === 'data:' || url.protocol === 'blob:') return undefined
  if (url.origin !== origin) return `goes to ${url.origin}`
  if (request.method !== 'GET' && request.method !== 'HEAD') return `is a ${request.method}`
  if (request.hasBody) return 'has a body'
  if (request.type === 'document') return undefined
  if (url.pathname === '/favicon.ico') return undefined
  if (shopsOwn.some(prefix => url.pathname.startsWith(prefix))) return undefined
  if (!url.pathname.startsWith('/shopside/')) return `asks for ${url.pathname}`
  if (url.search !== '') return `carries a query: ${url.search}`
  return undefined
}
