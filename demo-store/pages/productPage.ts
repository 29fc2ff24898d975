import type { CatalogueItem } from '../catalogue/CatalogueItem.ts'
import { html, json, type Html } from '../server/html.ts'
import { toPounds } from '../shop/money.ts'
import { productOf, type Product, type Shop } from '../shop/Shop.ts'
import { toSlug } from '../shop/slug.ts'
import { toDay } from '../shop/toDay.ts'
import { linkedData } from './linkedData.ts'
import type { Page } from './Page.ts'
import { sentence } from './sentence.ts'
import { dot, picture, tiles } from './tiles.ts'
import { toPageItem } from './toPageItem.ts'

/** Trade buys by the half dozen. */
const quantitySteps = [1, 6, 12] as const

/** Cards in "More in this design". */
const designTiles = 4

/** One item: its picture, its colours, what it goes with, the rest of its design, what was looked at before. */
export function productPage(shop: Shop, item: CatalogueItem): Page {
  const product = productOf(shop, item)
  const told = toPageItem(item)
  return {
    status: 200,
    title: item.title,
    data: {
      type: 'product',
      events: [{ name: 'view_item', params: { currency: item.currency, value: item.price, items: [told] } }],
      items: [told],
    },
    body: html`
<script type="application/ld+json">${json(linkedData(item))}</script>
<article class="product">
  <div class="product-picture">${picture(item, false)}</div>
  <div class="product-words">
    <p class="crumb"><a href="/department/${toSlug(item.category)}">${item.category}</a></p>
    <h1>${item.title}</h1>
    <p class="product-price"><span class="price">${toPounds(item.price)}</span> <small class="quiet">each, price of ${toDay(item.priceAt)}</small></p>
    ${swatches(product)}
    ${item.available ? buyForm(item) : html`<p class="gone">No longer sold. <a href="/department/${toSlug(item.category)}">More ${item.category.toLowerCase()}</a></p>`}
    ${facts(item)}
  </div>
</article>
${item.available && html`<section class="row"><shopside-recommendations price-max-age="60" privacy-url="/your-data" strategy="bought-together" item="${item.itemId}" layout="bundle" limit="3" placement="product"></shopside-recommendations></section>`}
${design(shop, item)}
<section class="row"><shopside-recommendations price-max-age="60" privacy-url="/your-data" strategy="recently-viewed" layout="rail" limit="8" placement="product-recent"></shopside-recommendations></section>`,
  }

  function swatches(all: Product | undefined): Html | false {
    const twins = (all?.items ?? []).filter(twin => twin.available || twin === item)
    if (twins.length < 2) return false
    return html`<ul class="swatches" aria-label="Colours">${[...twins].sort((a, b) => (a.itemId < b.itemId ? -1 : 1)).map(twin => {
      const name = twin.colour ?? twin.title
      return html`<li><a href="${twin.link}"${twin === item && html` aria-current="page"`}>${dot(name)}<span>${sentence(name)}</span></a></li>`
    })}</ul>`
  }
}

function buyForm(item: CatalogueItem): Html {
  return html`<form class="buy" action="/basket" method="get" data-add="${item.itemId}">
  <input type="hidden" name="add" value="${item.itemId}">
  <fieldset class="steps"><legend>How many</legend>${quantitySteps.map(step =>
    html`<label><input type="radio" name="quantity" value="${step}"${
    step === 1 && html` checked`}><span>${step}</span></label>`)}</fieldset>
  <button class="button button-red" type="submit">Put in basket</button>
  <p class="buy-answer" role="status"></p>
</form>`
}

function facts(item: CatalogueItem): Html | false {
  const known: [string, string][] = []
  if (item.kind !== undefined) known.push(['What it is', sentence(item.kind)])
  if (item.motif !== undefined) known.push(['Design', item.motif])
  if (item.setSize !== undefined) known.push(['In the set', `${item.setSize}`])
  if (known.length === 0) return false
  return html`<dl class="facts">${known.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`
}

function design(shop: Shop, item: CatalogueItem): Html {
  const { motif } = item
  const rest = motif === undefined
    ? [] : shop.shelf.filter(other => other.item.motif === motif && other.item.itemGroupId !== item.itemGroupId)
  if (motif === undefined || rest.length < designTiles) {
    return html`<section class="row"><shopside-recommendations price-max-age="60" privacy-url="/your-data" strategy="upsell" item="${item.itemId}" layout="grid" limit="4" placement="product-step"></shopside-recommendations></section>`
  }
  return html`<section class="row"><header class="row-head"><h2>More in ${motif}</h2><a href="/search?q=${encodeURIComponent(motif)}">All of it</a></header>
${tiles(oneOfEachKind(rest))}</section>`
}

/** The best liked of each kind of object first, so that four mugs do not stand for a design. */
function oneOfEachKind(products: readonly Product[]): Product[] {
  const kinds = new Set<string | undefined>()
  const chosen = products.filter(({ item }) => {
    const isNew = !kinds.has(item.kind)
    kinds.add(item.kind)
    return isNew
  })
  return [...chosen, ...products.filter(product => !chosen.includes(product))].slice(0, designTiles)
}
