/** Runs when the browser has nothing better to do, at the latest after `timeoutMs`; where it cannot say, after that time. */
export function whenIdle(page: Window, run: () => void, timeoutMs = 1000): void {
  if ('requestIdleCallback' in page) page.requestIdleCallback(run, { timeout: timeoutMs })
  else (page as Window).setTimeout(run, timeoutMs)
}
