import type { Page } from '@playwright/test'

/** A way in which a tab is not looked at while another one acts. */
export interface Absence {
  name: string
  /** Puts the tab away. */
  leave(page: Page): Promise<void>
  /** Brings it back. */
  comeBack(page: Page): Promise<void>
}

/** Tells the page that it is hidden or visible, as a browser does when tabs are switched. */
async function setVisibility(page: Page, state: 'hidden' | 'visible'): Promise<void> {
  await page.evaluate(visibility => {
    Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => visibility })
    Object.defineProperty(document, 'hidden', { configurable: true, get: () => visibility === 'hidden' })
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))
  }, state)
}

/** Freezes or thaws the tab: while it is frozen none of its tasks run, and what it is told waits or is lost. */
async function setLifecycle(page: Page, state: 'frozen' | 'active'): Promise<void> {
  const session = await page.context().newCDPSession(page)
  await session.send('Page.setWebLifecycleState', { state })
  await session.detach()
}

/** Back-forward caching is off under automation: its two events are dispatched instead, as the browser would. */
async function dispatchTransition(page: Page, name: 'pagehide' | 'pageshow'): Promise<void> {
  await page.evaluate(type => { window.dispatchEvent(new PageTransitionEvent(type, { persisted: true })) }, name)
}

/** The three ways of the issue: idle, hidden and then shown, and restored from the back-forward cache. */
export const absences: Absence[] = [
  { name: 'an idle', leave: async () => {}, comeBack: async () => {} },
  {
    name: 'a hidden and then shown',
    async leave(page) {
      await setVisibility(page, 'hidden')
      await setLifecycle(page, 'frozen')
    },
    async comeBack(page) {
      await setLifecycle(page, 'active')
      await setVisibility(page, 'visible')
    },
  },
  {
    name: 'a back-forward cached',
    async leave(page) {
      await setVisibility(page, 'hidden')
      await dispatchTransition(page, 'pagehide')
    },
    async comeBack(page) {
      await dispatchTransition(page, 'pageshow')
      await setVisibility(page, 'visible')
    },
  },
]
