import type { Department } from '../catalogue/department.ts'
import { html, type Html } from '../server/html.ts'
import { applyFilters, facets, toFilterLink, toLink, toOptions, readFilters, type Facet, type Filters } from '../shop/filters.ts'
import type { Product, Shop } from '../shop/Shop.ts'
import { toSlug } from '../shop/slug.ts'
import type { Page } from './Page.ts'
import { sentence } from './sentence.ts'
import { dot, tiles } from './tiles.ts'

/** Tiles on one page of a list. */
export const tilesPerPage = 24

/** Values of a facet shown before "More". */
const shownOptions = 8

const facetNames: Readonly<Record<Facet, string>> = { kind: 'Kind', colour: 'Colour', motif: 'Design', price: 'Price' }

/** A department: filters as plain links, the shop's own order, one row: what rises, or for you from the second visit on. */
export function departmentPage(shop: Shop, name: Department, query: URLSearchParams): Page {
  const path = `/department/${toSlug(name)}`
  const all = shop.byDepartment.get(name) ?? []
  const filters = readFilters(query)
  const found = applyFilters(all, filters)
  const narrowed = Object.keys(filters).length > 0
  // below the tiles, and chosen by the client: above them it would push the page down
  const rows = html`<section class="row" data-show="first-visit">
  <shopside-recommendations price-max-age="60" privacy-url="/your-data" strategy="trending" category="${name}" limit="4" layout="grid" placement="department-rising"></shopside-recommendations>
</section>
<section class="row" data-show="later-visit" hidden>
  <shopside-recommendations price-max-age="60" privacy-url="/your-data" strategy="for-you" category="${name}" heading="For you in ${name}" limit="4" layout="grid" placement="department"></shopside-recommendations>
</section>`
  return {
    status: 200,
    title: name,
    data: { type: 'department', events: [{ name: 'page_view', params: { page_type: 'department' } }], items: [] },
    body: html`
<header class="list-head"><h1>${name}</h1><p class="quiet">${found.length === 1
  ? '1 product' : `${found.length} products`}</p></header>
<div class="list">
  <input class="unseen show-filters" type="checkbox" id="show-filters"><label class="filters-label" for="show-filters">Filter by kind, colour, design or price</label>
  ${narrowed && html`<ul class="chosen" aria-label="Chosen">${facets.map(facet => filters[facet] !== undefined
    && html`<li><a href="${toFilterLink(path, filters, facet, undefined)}">${sentence(filters[facet])}<span class="quiet">Clear</span></a></li>`)}</ul>`}
  <aside class="filters" aria-label="Filters">${facets.map(facet => facetList(path, all, filters, facet))}</aside>
  <div class="list-main">${productList(path, found, filters, query)}</div>
</div>
${!narrowed && rows}`,
  }
}

/**
 * Tiles of one page of a list, and the way to the others.
 *
 * @param isYours the browser puts this page's tiles into its shopper's order
 */
export function productList(
  path: string, found: readonly Product[], values: Readonly<Record<string, string | undefined>>, query: URLSearchParams,
  isYours = false,
): Html {
  if (found.length === 0) {
    return html`<p class="nothing">Nothing here yet. Try the <a href="/search?q=tea%20light">tea lights</a>.</p>`
  }
  const pages = Math.ceil(found.length / tilesPerPage)
  const page = Math.min(pages, Math.max(1, Math.floor(Number(query.get('page'))) || 1))
  const shown = found.slice((page - 1) * tilesPerPage, page * tilesPerPage)
  const to = (number: number): string => toLink(path, { ...values, page: number === 1 ? undefined : number })
  return html`${tiles(shown, 4, isYours)}${pages > 1 && html`<nav class="paging" aria-label="Pages">
  ${page > 1 && html`<a href="${to(page - 1)}" rel="prev">Back</a>`}<span class="quiet">Page ${page} of ${pages}</span>${
    page < pages && html`<a href="${to(page + 1)}" rel="next">On to page ${page + 1}</a>`}
</nav>`}`
}

function facetList(path: string, all: readonly Product[], filters: Filters, facet: Facet): Html | false {
  const options = toOptions(all, filters, facet)
  const chosen = filters[facet]
  if (options.length < 2 && chosen === undefined) return false
  const link = ({ value, count }: { value: string; count: number }): Html => html`<li>${
    value === chosen
      ? html`<a href="${toFilterLink(path, filters, facet, undefined)}" aria-current="true">${facet === 'colour' && dot(value)}${sentence(value)}<span class="quiet">Clear</span></a>`
      : html`<a href="${toFilterLink(path, filters, facet, value)}">${facet === 'colour' && dot(value)}${sentence(value)}<small>${count}</small></a>`
  }</li>`
  const front = options.filter(({ value }, index) => index < shownOptions || value === chosen)
  const rest = options.filter(option => !front.includes(option))
  return html`<details class="facet" open><summary>${facetNames[facet]}</summary><ul>${front.map(link)}</ul>${
    rest.length > 0
      && html`<details class="facet-more"><summary>${rest.length} more</summary><ul>${rest.map(link)}</ul></details>`
  }</details>`
}
