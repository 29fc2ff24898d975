import { build } from '../build.ts'
import { act, part } from './part.ts'
import type { MakeSection } from './Section.ts'

/** Sells out what this page shows. The shop then refuses to put it into a basket; the model does not know, as in life. */
export const stockSection: MakeSection = ({ record, page }) => {
  const list = build('p', { class: 'figure' })
  return {
    element: part('Stock', false, build('div', { class: 'acts' },
      act(
        'Sell out what is on this page',
        () => record.change(now => ({ ...now, soldOut: [...new Set([...now.soldOut, ...itemsOnPage()])] })),
      ),
      act('Put all back', () => record.change(now => ({ ...now, soldOut: [] })))), list),
    refresh() {
      const { soldOut } = record.get()
      list.textContent = soldOut.length === 0 ? 'Nothing is sold out by hand.'
        : `Sold out by hand: ${soldOut.length} (${soldOut.slice(0, 8).join(' ')}${soldOut.length > 8 ? ' …' : ''})`
    },
  }

  function itemsOnPage(): string[] {
    const roots: ParentNode[] = [document]
    for (const element of document.querySelectorAll('shopside-recommendations')) {
      if (element.shadowRoot) roots.push(element.shadowRoot)
    }
    const links = roots.flatMap(root => [...root.querySelectorAll<HTMLAnchorElement>('a[href*="/product/"]')])
    const shown = links.map(link => decodeURIComponent(link.pathname.slice('/product/'.length)).toUpperCase())
    return [...page.items.map(({ item_id }) => item_id), ...shown]
  }
}
