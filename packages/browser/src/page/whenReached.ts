/** How far a page has come: its document is parsed, or all that belongs to it is loaded. */
export type Milestone = 'parsed' | 'loaded'

/** Resolves when the page is that far; at once where it is. */
export async function whenReached(page: Window, milestone: Milestone): Promise<void> {
  const { document } = page
  const [target, event, isReached] = milestone === 'parsed'
    ? [document, 'DOMContentLoaded', document.readyState !== 'loading'] as const
    : [page, 'load', document.readyState === 'complete'] as const
  if (!isReached) await new Promise(done => target.addEventListener(event, done, { once: true }))
}
