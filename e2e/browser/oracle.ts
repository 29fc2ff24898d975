import type { BrowserContext, Page } from '@playwright/test'
import { requestComplaint } from './allowedRequest.ts'
import { changedMark, checkEvent, installHostSnapshot } from './hostSnapshot.ts'

/** Watches everything that a guest must not do to its host, in every page of a context. */
export interface Oracle {
  /** Further complaints that this journey expects (a network error of a model that is not there). */
  expectComplaint(pattern: RegExp): void
  /** Paths asked for so far, in order, without the origin. */
  readonly requests: string[]
  /** Looks at every page that is still open, and gives all complaints since the beginning. */
  complaints(): Promise<string[]>
}

/**
 * Exceptions, unhandled rejections, console errors, CSP violations, requests off the allow-list, changed globals and prototypes.
 *
 * @param origin of the page under test
 */
export async function watchContext(context: BrowserContext, origin: string): Promise<Oracle> {
  const found: string[] = []
  const expected: RegExp[] = []
  const requests: string[] = []
  const complain = (text: string): void => { found.push(text) }

  await context.addInitScript(installHostSnapshot, { checkEvent, changedMark })
  await context.addInitScript(() => {
    addEventListener('securitypolicyviolation', event => {
      console.error(`CSP: ${event.effectiveDirective} ${event.blockedURI} ${event.sample}`)
    })
  })
  context.on('weberror', error => complain(`exception: ${error.error().stack ?? error.error().message}`))
  context.on('console', message => {
    if (message.type() === 'error') complain(`console: ${message.text()} (${message.location().url})`)
  })
  context.on('request', request => {
    const url = new URL(request.url())
    requests.push(url.origin === origin ? url.pathname + url.search : request.url())
    const complaint = requestComplaint({
      url: request.url(), method: request.method(), type: request.resourceType(), hasBody: request.postData() !== null,
    }, origin)
    if (complaint !== undefined) complain(`request ${request.url()} ${complaint}`)
  })

  return {
    requests,
    expectComplaint: pattern => { expected.push(pattern) },
    async complaints() {
      for (const page of context.pages()) await checkPage(page)
      return found.filter(text => !expected.some(pattern => pattern.test(text)))
    },
  }
}

/** Lets the page compare itself; a page that is gone or was never loaded has nothing to say. */
async function checkPage(page: Page): Promise<void> {
  if (page.isClosed() || page.url() === 'about:blank') return
  await page.evaluate(name => { dispatchEvent(new Event(name)) }, checkEvent)
}
