/** Resolves when the whole document is there; at once where it is. */
export async function whenParsed(page: Window): Promise<void> {
  if (page.document.readyState !== 'loading') return
  await new Promise(done => page.document.addEventListener('DOMContentLoaded', done, { once: true }))
}

/** Runs at `load`; at once where that is over. */
export function onLoad(page: Window, run: () => void): void {
  if (page.document.readyState === 'complete') run()
  else page.addEventListener('load', run, { once: true })
}
