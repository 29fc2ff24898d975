import type { Page } from '@playwright/test'

/** A control that the keyboard came to. */
export interface Stop {
  /** Tag, and the hosts around it, innermost last: `shopside-recommendations › button`. */
  path: string
  name: string
  /** True when it shows an outline or the like while focused. */
  isMarked: boolean
}

/** Presses Tab until the walk is back at the beginning (or `max` stops), and tells every stop, shadow roots included. */
export async function keyboardWalk(page: Page, max = 400): Promise<Stop[]> {
  const stops: Stop[] = []
  await page.evaluate(() => { (document.activeElement as HTMLElement | null)?.blur() })
  for (let count = 0; count < max; count++) {
    await page.keyboard.press('Tab')
    const stop = await page.evaluate(() => {
      const hosts: string[] = []
      let element = document.activeElement
      while (element?.shadowRoot?.activeElement) {
        hosts.push(element.localName)
        element = element.shadowRoot.activeElement
      }
      if (element === null || element === document.body || element === document.documentElement) return undefined
      const marked = (candidate: Element): boolean => {
        const style = getComputedStyle(candidate)
        return (style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) > 0) || style.boxShadow !== 'none'
      }
      const around = [
        element, element.closest('label, li, .card'), element.nextElementSibling,
      ].filter(candidate => candidate !== null)
      return {
        path: [...hosts, element.localName].join(' › '),
        name: (element.getAttribute('aria-label') ?? element.textContent ?? '').trim().slice(0, 60)
          || (element.getAttribute('name') ?? ''),
        isMarked: around.some(marked),
      }
    })
    if (stop === undefined) return stops
    stops.push(stop)
  }
  return stops
}

/** Every control that can be operated now, by path and name, shadow roots included: what a walk must have come to. */
export function controlsOf(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = []
    const visit = (root: ParentNode, hosts: string[]): void => {
      for (const element of root.querySelectorAll<HTMLElement>('*')) {
        if (element.shadowRoot) visit(element.shadowRoot, [...hosts, element.localName])
        if (!element.matches('a[href], button:not([disabled]), input:not([type="hidden"]):not([disabled]), select, summary, [tabindex="0"]')) continue
        if (element.closest('[tabindex="-1"], [inert]') || !element.checkVisibility({ visibilityProperty: true, opacityProperty: false })) continue
        if (element.matches('input[type="radio"]:not(:checked)')) continue // the group is one stop
        const name = (element.getAttribute('aria-label') ?? element.textContent ?? '').trim().slice(0, 60)
          || (element.getAttribute('name') ?? '')
        found.push(`${[...hosts, element.localName].join(' › ')} ${name}`)
      }
    }
    visit(document, [])
    return found
  })
}
