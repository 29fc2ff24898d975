import type { PageData } from '../pages/Page.ts'

/** What the server wrote into the page about itself. */
export function readPageData(): PageData {
  const text = document.getElementById('page')?.textContent
  return text ? (JSON.parse(text) as PageData) : { type: 'not-found', events: [], items: [] }
}
