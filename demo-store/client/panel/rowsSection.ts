import type { Recommendation, RecommendRequest, StrategyName } from 'shopside'
import { build, type Child } from '../build.ts'
import { part } from './part.ts'
import { reasonWords } from './reasonWords.ts'
import type { MakeSection } from './Section.ts'

/**
 * Each row of the page: its state, and what its strategy answers now with score and reason, before rows divide products among
 * them.
 */
export const rowsSection: MakeSection = ({ shop }) => {
  const list = build('div', {})
  return {
    element: part('See: rows of this page', false, list),
    async refresh() {
      const rows = [...document.querySelectorAll<HTMLElement>('shopside-recommendations')]
      const answers = await Promise.all(rows.map(row => shop.recommend(toRequest(row))))
      list.replaceChildren(...(rows.length === 0 ? [build('p', {}, 'No row on this page.')] : rows.map(
        (row, index) => toRow(row, answers[index] ?? []),
      )))
    },
  }
}

function toRequest(row: HTMLElement): RecommendRequest {
  const itemId = row.getAttribute('item')
  const category = row.getAttribute('category')
  return {
    strategy: (row.getAttribute('strategy') ?? 'for-you') as StrategyName,
    limit: Number(row.getAttribute('limit')) || 8,
    ...(itemId !== null && { itemId }),
    ...(category !== null && { rules: { include: { categories: [category] } } }),
  }
}

function toRow(row: HTMLElement, cards: readonly Recommendation[]): HTMLElement {
  const head = `${row.getAttribute('placement') ?? ''} · ${row.getAttribute('strategy') ?? ''} · ${row.dataset['state'] ?? 'not loaded yet'}`
  const card = ({ item, score, reason, strategy }: Recommendation): Child =>
    build('li', {}, build('span', { class: 'figure' }, score.toFixed(3)), ` ${item.title} — ${strategy} ${reasonWords(reason)}`)
  return build('section', {}, build('h4', {}, head), build('ol', {}, cards.map(card)))
}
