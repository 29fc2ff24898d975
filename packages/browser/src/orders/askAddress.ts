import type { Environment } from '../environment.ts'

/** What an endpoint said: a body, or that nothing has changed since the ETag that it was shown. */
export type Told = { body: unknown; etag?: string } | 'same'

/** A server that does not answer is no server. */
const timeoutMs = 5000
/** The status of one order is a few kilobytes; what is larger is something else. */
const maxBytes = 256_000

/**
 * The address of one order: the template with the order's id in place of `{order}`, encoded. It stays on the template's own
 * origin, which is the page's or https, whatever the id is.
 *
 * @returns undefined when the template leads nowhere, or the id would lead elsewhere
 */
export function addressOf(template: string, orderId: string, base: string): URL | undefined {
  // As a whole segment these two would walk up the path.
  if (!template.includes('{order}') || orderId === '.' || orderId === '..') return undefined
  try {
    const url = new URL(template.replaceAll('{order}', () => encodeURIComponent(orderId)), base)
    const mayBe = new URL(template.replaceAll('{order}', 'order'), base)
    const isAllowed = url.protocol === 'https:' || (url.protocol === 'http:' && url.origin === new URL(base).origin)
    return isAllowed && url.origin === mayBe.origin && url.username === '' && url.password === '' ? url : undefined
  } catch {
    // No address.
    return undefined
  }
}

/**
 * Asks one address for JSON. Cookies go to the page's own origin alone (a session that is logged in is the usual proof that an
 * order is one's own), and the page's address goes nowhere.
 *
 * @param etag of the answer that is remembered. It is sent to the page's own origin alone: elsewhere a header of ours would cost
 * a request
 * to ask whether it may be sent, and the browser's own cache revalidates just as well.
 * @throws Error with a word for `status()`: `order-404`, `order-no-json`, `order-too-large`, `order-timeout` … or the browser's
 * own
 */
export async function askAddress(environment: Environment, url: URL, etag?: string): Promise<Told> {
  const isOwn = url.origin === environment.window.location.origin
  const stop = new AbortController()
  environment.setTimer(() => stop.abort(new Error('order-timeout')), timeoutMs)
  const response = await environment.fetch(url.href, {
    signal: stop.signal,
    credentials: 'same-origin',
    referrerPolicy: 'no-referrer',
    // A redirect may lead to a host that nobody has listed.
    redirect: 'error',
    // What is remembered of an order is ours to erase, and the browser's cache is not.
    cache: isOwn ? 'no-store' : 'no-cache',
    ...(isOwn && etag !== undefined && { headers: { 'If-None-Match': etag } }),
  })
  if (response.status === 304) return 'same'
  if (!response.ok) throw new Error(`order-${response.status}`)
  if (!/^(application|text)\/([\w.+-]+\+)?json\b/i.test(response.headers.get('Content-Type') ?? '')) {
    throw new Error('order-no-json')
  }
  const body: unknown = JSON.parse(await readText(response))
  const newTag = response.headers.get('ETag')
  return { body, ...(newTag !== null && newTag.length <= 200 && { etag: newTag }) }
}

/** The body, given up as soon as it is too large. */
async function readText(response: Response): Promise<string> {
  const reader = response.body!.getReader()
  const decoder = new TextDecoder()
  let text = ''
  for (let bytes = 0; ;) {
    const { done, value } = await reader.read()
    if (done) return text + decoder.decode()
    bytes += value.byteLength
    if (bytes > maxBytes) {
      void reader.cancel().catch(() => {})
      throw new Error('order-too-large')
    }
    text += decoder.decode(value, { stream: true })
  }
}
