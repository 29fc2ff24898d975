import type { WidgetStatus } from './client.ts'

/** What each element on the page last said of itself. An element that shows nothing always says why. */
export interface ElementReports {
  report(element: Element, state: WidgetStatus['state'], reason?: string): void
  list(): WidgetStatus[]
}

export function createElementReports(warn: (code: string, remedy: string) => void): ElementReports {
  const elements = new Map<Element, WidgetStatus>()
  return {
    report(element, state, reason) {
      for (const known of elements.keys()) if (!known.isConnected) elements.delete(known)
      const tag = element.localName
      elements.set(element, { tag, state, ...(reason === undefined ? {} : { reason }) })
      if (reason !== undefined && (state === 'empty' || state === 'error')) warn(`${tag}-${state}`, reason)
    },
    list: () => [...elements.values()],
  }
}
