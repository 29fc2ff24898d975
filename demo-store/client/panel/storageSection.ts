import { build } from '../build.ts'
import { part } from './part.ts'
import type { MakeSection } from './Section.ts'

/** What is stored and how much, what was warned of, and what was requested since the page began. */
export const storageSection: MakeSection = ({ shop }) => {
  const facts = build('ul', {})
  const requests = build('ol', {})
  const head = build('h4', {})
  const show = (): void => {
    const seen = performance.getEntriesByType('resource') as PerformanceResourceTiming[]
    const bytes = seen.reduce((sum, { transferSize }) => sum + transferSize, 0)
    head.textContent = `Requests since load: ${seen.length}, ${(bytes / 1000).toFixed(1)} kB`
    requests.replaceChildren(...seen.map(({ name, transferSize }) => {
      const { origin, pathname, search } = new URL(name)
      return build(
        'li', {}, build('span', { class: 'figure' }, `${(transferSize / 1000).toFixed(1)} kB`),
        ` ${origin === location.origin ? '' : origin}${pathname}${search}`,
      )
    }))
  }
  // says of each new request that there is one; the list itself is the browser's
  new PerformanceObserver(show).observe({ type: 'resource' })
  return {
    element: part('See: storage and requests', false, facts, head, requests),
    refresh() {
      const { storage, model, warnings, version, events } = shop.status()
      facts.replaceChildren(...[
        `Shopside ${version}`,
        `storage: ${storage.mode}${storage.reason === undefined ? '' : ` (${storage.reason})`}${storage.mirror === 'ready' ? ', mirrored' : ''}${storage.recovered > 0 ? `, brought back ${storage.recovered} times` : ''}`,
        `model: ${model.state}${model.reason === undefined ? '' : ` (${model.reason})`}${model.items === undefined ? '' : `, ${model.items} items`}`,
        `events since load: ${events.tracked}`,
        ...warnings.map(({ code, remedy }) => `${code}: ${remedy}`),
      ].map(line => build('li', {}, line)))
      show()
    },
  }
}
