import { departments } from '../catalogue/department.ts'
import { html, json, type Html } from '../server/html.ts'
import { toSlug } from '../shop/slug.ts'
import type { Page, PageType } from './Page.ts'

/** Pages on which nobody speaks up about the basket: one is in it already. */
const withoutNudge: ReadonlySet<PageType> = new Set(['basket', 'checkout', 'thank-you'])

/** What the frame needs to know of the address. */
export interface FrameOptions {
  /** Path of the page, to mark the department one is in. */
  path: string
  /** What was searched for. */
  term?: string
  /** The panel will be open: room for it is made before the first paint. @default false */
  isCounterOpen?: boolean
  /** Addresses of scripts that the page will want besides `shop.js`. @default none */
  scripts?: readonly string[]
}

/** The whole document around a page: head, header, footer, and the elements that stand on every page. */
export function frame(page: Page, { path, term = '', isCounterOpen = false, scripts = [] }: FrameOptions): string {
  const { type } = page.data
  return html`<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${page.title} · Thimble & Tin</title>
<link rel="preload" href="/assets/fonts/young-serif.woff2" as="font" type="font/woff2" crossorigin>
<link rel="preload" href="/assets/fonts/hanken-grotesk.woff2" as="font" type="font/woff2" crossorigin>
<link rel="icon" href="/assets/mark.svg" type="image/svg+xml">
<link rel="stylesheet" href="/assets/shop.css">
<link rel="stylesheet" href="/shopside/shopside.css">
<script src="/assets/name-shop.js"></script>
<script src="/shopside/stub.js"></script>
<script type="module" src="/assets/shop.js"></script>
${scripts.map(script => html`<link rel="modulepreload" href="${script}">`)}
</head>
<body class="page-${type}${isCounterOpen && ' counter-open'}">
<a class="skip" href="#main">To the page</a>
${header(path, term, type)}
<div class="box">
<main id="main">${page.body}</main>
${footer()}
</div>
<button type="button" class="counter-tab" id="counter-tab" aria-expanded="false" hidden>Behind the counter</button>
<div class="ask" id="ask" role="dialog" aria-label="Remembering" hidden>
  <p>May this browser remember what you look at? It stays here.</p>
  <div class="ask-answers"><button type="button" class="button" value="yes">Yes</button><button type="button" class="button" value="no">No</button></div>
</div>
<script type="application/json" id="page">${json(page.data)}</script>
</body>
</html>
`.markup
}

function header(path: string, term: string, type: PageType): Html {
  return html`<header class="head">
  <div class="box"><div class="head-top">
    <form class="search" action="/search" role="search" aria-label="Shop"><label class="unseen" for="q">Search</label><input id="q" type="search" name="q" value="${term}" placeholder="Look for a small thing"></form>
    <a class="mark" href="/"><img src="/assets/mark.svg" alt="" width="32" height="32"><span>Thimble & Tin</span></a>
    <nav class="head-links" aria-label="Yours"><a href="/your-orders">Your orders</a><a href="/basket">Basket <span class="basket-count" id="basket-count">0</span></a></nav>
  </div>
  ${type !== 'checkout' && html`<nav class="head-departments" aria-label="Departments"><ul>${departments.map(name => {
    const link = `/department/${toSlug(name)}`
    return html`<li><a href="${link}"${path === link && html` aria-current="page"`}>${name}</a></li>`
  })}</ul></nav>`}
  </div>
  ${!withoutNudge.has(type) && html`<shopside-cart-nudge cart-url="/basket"></shopside-cart-nudge>`}
</header>`
}

function footer(): Html {
  return html`<footer class="foot"><div class="foot-in">
  <div>
    <p class="foot-lead">A demo. Nothing is for sale, no address or card is asked for.</p>
    <p>Made on real orders, “Online Retail”: Daqing Chen, Sai Liang Sain, Kun Guo, “Data mining for the online retail industry”,
    Journal of Database Marketing and Customer Strategy Management 19(3), 2012,
    <a href="https://doi.org/10.1057/dbm.2012.17">doi:10.1057/dbm.2012.17</a>. <a href="https://creativecommons.org/licenses/by/4.0/">CC BY 4.0</a>.
    Titles are set anew, groups and departments are ours, pictures are drawn by rule.</p>
  </div>
  <ul><li><a href="/your-data">Your data</a></li><li><a href="/your-orders">Your orders</a></li></ul>
</div></footer>`
}
