import { options } from 'preact'
import { vi } from 'vitest'
import type { ShopsideElement } from '../element.ts'
import type { FakeTimers } from './fakeTimers.ts'
import { createFakeTimers } from './fakeTimers.ts'

// Effects run in the next turn of the loop instead of after a painted frame, which a test page does not have.
options.requestAnimationFrame = work => void setTimeout(work)

/** An element on the page with the tools to look at it. */
export interface Mounted {
  element: ShopsideElement
  timers: FakeTimers
  root: ShadowRoot
  /** Text of the shadow root, whitespace folded. */
  text(): string
  find<Kind extends HTMLElement = HTMLElement>(selector: string): Kind
  all(selector: string): HTMLElement[]
  /** The button or link whose visible text is `words`. */
  button(words: string): HTMLElement
}

/** Puts an element with these attributes and children on the page. */
export function mount(tag: string, attributes: Record<string, string> = {}, children: string = ''): Mounted {
  const element = document.createElement(tag) as ShopsideElement
  const timers = createFakeTimers()
  element.timers = timers
  for (const name in attributes) element.setAttribute(name, attributes[name]!)
  if (children) {
    const paragraph = document.createElement('p')
    paragraph.textContent = children
    element.append(paragraph)
  }
  document.body.append(element)
  const root = element.shadowRoot!
  const all = (selector: string): HTMLElement[] => [...root.querySelectorAll<HTMLElement>(selector)]
  return {
    element, timers, root, all,
    text: () => (root.textContent ?? '').replace(/\s+/g, ' ').trim(),
    find: <Kind extends HTMLElement>(selector: string) => {
      const found = root.querySelector<Kind>(selector)
      if (!found) throw new Error(`nothing matches ${selector} in: ${root.innerHTML}`)
      return found
    },
    button: words => {
      const found = all('button, a').find(each => each.textContent?.trim() === words)
      if (!found) throw new Error(`no button says "${words}": ${all('button, a').map(each => each.textContent).join(' | ')}`)
      return found
    },
  }
}

/** Lets promises, parts that are loaded later, and Preact's next frame pass. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 3; turn++) {
    await new Promise(done => setTimeout(done))
    await vi.dynamicImportSettled()
  }
}
