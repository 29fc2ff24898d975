import { html, type Html } from '../server/html.ts'
import { toLink } from '../shop/filters.ts'
import { searchProducts } from '../shop/search.ts'
import type { Shop } from '../shop/Shop.ts'
import { productList } from './departmentPage.ts'
import type { Page } from './Page.ts'

/** What is remembered of a term at most, in letters. */
const maxTermLetters = 80

/**
 * `/search?q=`: the products whose words begin with what was typed. The server sends them in the shop's order and knows no
 * shopper; the browser moves this page's tiles by its own memory (`client/searchOrder.ts`), unless the address says `order=shop`.
 */
export function searchPage(shop: Shop, query: URLSearchParams): Page {
  const term = (query.get('q') ?? '').trim().slice(0, maxTermLetters)
  const found = searchProducts(shop.shelf, term)
  const order = query.get('order') === 'shop' ? 'shop' : undefined
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
${found.length > 1 && orderLine(term, order)}
${term !== '' && productList('/search', found, { q: term, order }, query, order === undefined)}`,
  }
}

/** In whose order the results stand, and the way to the other. */
function orderLine(term: string, order: string | undefined): Html {
  const yours = html`<span id="order-yours" hidden>Ordered for you, by what this browser remembers. <a href="${
    toLink('/search', { q: term, order: 'shop' })}">See the shop’s order</a></span>`
  const back = html` <a href="${toLink('/search', { q: term })}">Order them for you</a>`
  return html`<p class="order-line quiet"><span id="order-shops">In the shop’s order.${order !== undefined && back}</span>${order === undefined && yours}</p>`
}
