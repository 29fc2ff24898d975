import type { BrowserContext, Page } from '@playwright/test'
import { requestComplaint } from '../browser/allowedRequest.ts'
import type { StaticHost } from '../browser/serveFolder.ts'

/**
 * What left, or tried to, seen from three sides: the browser's requests, the server's own log, and doors that make no request.
 */
export interface Witness {
  /** Paths of what the page's SDK, model and pictures were asked for, sorted. */
  assets(): string[]
  requests(): number
  /** Sentences, each naming what and where. Empty is good. */
  complaints(): Promise<string[]>
}

/** Doors that open without a request the browser shows: how often each was used, and links that ask a browser to fetch ahead. */
interface Doors { used: string[] }

function watchDoors(): void {
  const doors: Doors = { used: [] }
  Object.defineProperty(window, '__doors', { value: doors, enumerable: false })
  const wrap = (name: 'RTCPeerConnection' | 'WebSocket' | 'EventSource' | 'SharedWorker' | 'Worker'): void => {
    const real = window[name] as unknown as new (...args: unknown[]) => object
    if (typeof real !== 'function') return
    Object.defineProperty(window, name, {
      configurable: true, writable: true, enumerable: false,
      value: new Proxy(real, { construct(target, args) { doors.used.push(
        `${name} ${String(args[0])}`,
      ); return Reflect.construct(target, args) as object } }),
    })
  }
  for (const name of ['RTCPeerConnection', 'WebSocket', 'EventSource', 'SharedWorker', 'Worker'] as const) wrap(name)
  new MutationObserver(changes => {
    for (const { addedNodes } of changes) {
      for (const node of addedNodes) {
        if (!(node instanceof HTMLElement)) continue
        const links = [...(node.matches('link') ? [node] : []), ...node.querySelectorAll('link')] as HTMLLinkElement[]
        for (const { rel, href } of links) {
          if (/prefetch|preconnect|preload|prerender/.test(rel)) doors.used.push(`link ${rel} ${href}`)
        }
      }
    }
  }).observe(document, { childList: true, subtree: true })
}

/** @param find names canaries in a text */
export async function watchLeaks(context: BrowserContext, host: StaticHost, find: (text: string) => string[]): Promise<Witness> {
  const found: string[] = []
  const assets: string[] = []
  const pending: Promise<void>[] = []
  let requests = 0
  await context.addInitScript(watchDoors)
  context.on('page', page => {
    page.on('websocket', socket => { found.push(`websocket ${socket.url()}`) })
  })
  context.on('request', request => {
    requests++
    const url = new URL(request.url())
    const isNavigation = request.isNavigationRequest()
    const complaint = requestComplaint({
      url: request.url(), method: request.method(), type: request.resourceType(), hasBody: request.postData() !== null,
    }, host.url)
    if (complaint !== undefined) found.push(`${request.resourceType()} ${url.pathname} ${complaint}`)
    // The address of a page is the shopper's own request: the shop is told what was searched for by being asked.
    if (isNavigation) return
    assets.push(url.pathname)
    if (url.pathname.startsWith('/pictures/') && url.search !== '') found.push(`picture with a query: ${url.pathname}`)
    for (const field of find(`${request.url()}\n${request.postData() ?? ''}`)) {
      found.push(`${field} in the address or body of ${url.pathname}`)
    }
    pending.push(request.allHeaders().then(
      headers => {
        for (const field of find(Object.entries(headers).map(pair => pair.join(': ')).join('\n'))) {
          found.push(`${field} in a header of ${url.pathname}`)
        }
      },
      () => {}, // the page was left before its headers were known: the server's log has them
    ))
  })
  return {
    assets: () => assets.toSorted(),
    requests: () => requests,
    async complaints() {
      await Promise.all(pending)
      for (const page of context.pages()) for (const door of await doorsOf(page)) found.push(`door: ${door}`)
      for (const { method, path, headers } of host.received) {
        const { pathname, search } = new URL(path, host.url)
        const isPage = headers['sec-fetch-dest'] === 'document'
        if (method !== 'GET') found.push(`the server was sent a ${method} for ${pathname}`)
        if (!isPage && search !== '') found.push(`the server was asked for ${pathname} with a query`)
        const seen = isPage ? '' : `${path}\n${Object.entries(headers).map(pair => pair.join(': ')).join('\n')}`
        for (const field of find(seen)) found.push(`the server saw ${field} with ${pathname}`)
      }
      return [...new Set(found)]
    },
  }
}

/** Doors used on a page so far. Call before leaving it. */
export async function doorsOf(page: Page): Promise<string[]> {
  if (page.isClosed() || page.url() === 'about:blank') return []
  return page.evaluate(() => (window as unknown as { __doors?: Doors }).__doors?.used.splice(0) ?? [])
}
