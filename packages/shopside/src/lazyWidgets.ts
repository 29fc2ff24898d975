import { loadTwice, type Started } from '@shopside/browser'
import { widgetChunks, type WidgetLoading } from './widgetChunks.ts'

/** How far outside the viewport a widget is fetched, so that it is there when the shopper is. */
const nearMargin = '400px'

/**
 * Loads a widget's chunk when its first element nears the viewport, now or added later.
 *
 * A chunk that cannot be had leaves the element with its children, and says so in `status()`.
 * @returns stops looking
 */
export function lazyWidgets({ client, warn }: Started, page: Window & typeof globalThis): () => void {
  const { document } = page
  const selector = [...widgetChunks.keys()].join()
  const loading = new Set<string>()

  async function load(element: Element, { load: chunk }: WidgetLoading): Promise<void> {
    if (loading.has(element.localName)) return
    loading.add(element.localName)
    try {
      const [{ connect }, asked] = await Promise.all([loadTwice(chunk), client()])
      connect(asked)
    } catch {
      // Offline, blocked, or gone after a deploy. The element keeps its children.
      warn(`${element.localName}-missing`, 'Its file could not be loaded. Serve all files of one build together.')
    }
  }

  const near = new page.IntersectionObserver(entries => {
    for (const { isIntersecting, target } of entries) {
      if (!isIntersecting) continue
      near.unobserve(target)
      void load(target, widgetChunks.get(target.localName)!)
    }
  }, { rootMargin: nearMargin })

  function look(element: Element): void {
    if (loading.has(element.localName)) return
    const chunk = widgetChunks.get(element.localName)!
    if (chunk.when === 'near') near.observe(element)
    else if ('requestIdleCallback' in page) page.requestIdleCallback(() => void load(element, chunk), { timeout: 2000 })
    else void load(element, chunk)
  }

  /** The prototype's own method: an image or a field of the page that is named so would stand in its place. */
  function lookBelow(root: ParentNode, { querySelectorAll }: ParentNode): void {
    for (const element of querySelectorAll.call(root, selector)) look(element)
  }

  const added = new page.MutationObserver(changes => {
    for (const { addedNodes } of changes) {
      for (const node of addedNodes) {
        if (!(node instanceof page.Element)) continue
        if (widgetChunks.has(node.localName)) look(node)
        if (node.firstElementChild !== null) lookBelow(node, page.Element.prototype)
      }
    }
  })
  added.observe(document, { childList: true, subtree: true })
  lookBelow(document, page.Document.prototype)
  return () => {
    added.disconnect()
    near.disconnect()
  }
}
