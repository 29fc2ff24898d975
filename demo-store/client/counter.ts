import type { Shopside } from 'shopside'
import type { PageData } from '../pages/Page.ts'
import type { Basket } from './basket.ts'
import type { OwnRecord } from './ownRecord.ts'

/** What the panel works with: the same things as the page, nothing hidden. */
export interface CounterTools {
  shop: Shopside
  record: OwnRecord
  basket: Basket
  page: PageData
}

/** Shows the tab "Behind the counter"; the panel itself is loaded at the first click, at `` ` ``, or when the address says so. */
export function openCounterWhenAsked(tools: CounterTools): void {
  const tab = document.getElementById('counter-tab')
  if (!tab) return
  tab.hidden = false
  const { as } = tools.record.get()
  if (as !== undefined) tab.textContent = `Behind the counter: you are ${as === 'stranger' ? 'a stranger' : as}`
  const open = async (): Promise<void> => {
    const { toggleCounter } = await import('./panel/toggleCounter.ts')
    await toggleCounter(tools, tab)
  }
  tab.addEventListener('click', () => void open())
  addEventListener('keydown', event => {
    if (event.key !== '`' || event.ctrlKey || event.metaKey || event.altKey) return
    const [target] = event.composedPath()
    // a backtick that is being typed belongs to the field
    if (target instanceof HTMLElement && target.matches('input, textarea, select, [contenteditable]')) return
    event.preventDefault()
    void open()
  })
  if (new URLSearchParams(location.search).get('counter') === 'open') void open()
}
