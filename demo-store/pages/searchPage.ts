import { html } from '../server/html.ts'
import { searchProducts } from '../shop/search.ts'
import type { Shop } from '../shop/Shop.ts'
import { productList } from './departmentPage.ts'
import type { Page } from './Page.ts'

/** What is remembered of a term at most, in letters. */
const maxTermLetters = 80

/** `/search?q=`: the products whose words begin with what was typed. */
export function searchPage(shop: Shop, query: URLSearchParams): Page {
  const term = (query.get('q') ?? '').trim().slice(0, maxTermLetters)
  const found = searchProducts(shop.shelf, term)
  return {
    status: 200,
    title: term === '' ? 'Search' : `Search: ${term}`,
    data: {
      type: 'search',
      events: term === '' ? [] : [{ name: 'search', params: { search_term: term } }],
      items: [],
    },
    body: html`
<header class="list-head"><h1>${term === '' ? 'What are you looking for?' : `“${term}”`}</h1>${
  term !== '' && html`<p class="quiet">${found.length === 1 ? '1 product' : `${found.length} products`}</p>`}</header>
${term !== '' && productList('/search', found, { q: term }, query)}`,
  }
}
