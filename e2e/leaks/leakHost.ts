import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { serveFolder, type StaticHost } from '../browser/serveFolder.ts'
import { modelDir, sdkDir } from '../store/paths.ts'
import type { Canaries } from './canaries.ts'

/** Items of the demo's catalogue: the model knows them. */
export const items: readonly string[] = ['22423', '85123A', '21212', '22386', '47566', '20725', '84879', '22720']

const picture = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 5"><path fill="#ddd" d="M0 0h4v5H0z"/></svg>'

/**
 * The page's own tags send no referrer, because the address of some pages holds a canary; whatever our code asks for is left to
 * the document's policy, which sends the whole address: a request of ours that does not hold it back is seen.
 */
function page(title: string, body: string, canaries: Canaries): string {
  return `<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8"><title>${title} of ${canaries.name}</title>
<meta name="referrer" content="unsafe-url">
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/shopside/shopside.css" referrerpolicy="no-referrer">
<script type="module" src="/shopside/shopside.js" referrerpolicy="no-referrer" data-model="/shopside/model/" data-currency="GBP"></script>
</head><body><main><h1>${title}</h1>
${body}
<shopside-recommendations strategy="for-you" layout="grid" limit="4"></shopside-recommendations>
<shopside-cart-nudge></shopside-cart-nudge>
<shopside-privacy></shopside-privacy>
</main></body></html>`
}

const json = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c')

function pages(canaries: Canaries): Record<string, string> {
  const { name, email, phone, orderId, street } = canaries
  const product = {
    '@context': 'https://schema.org', '@type': 'Product', 'sku': items[0], 'name': `Cakestand for ${name}`, 'brand': name,
    'review': { '@type': 'Review', 'author': name, 'reviewBody': `Write to ${email}` },
    'offers': { '@type': 'Offer', 'price': '12.75', 'priceCurrency': 'GBP', 'availability': 'InStock' },
  }
  const order = { transaction_id: orderId, value: 12.75, currency: 'GBP', items: [{ item_id: items[1], quantity: 1 }] }
  const form = `<form action="/account" autocomplete="off"><input name="name" value="${name}"><input name="email" type="email" value="${email}">
<input name="phone" value="${phone}"><textarea name="street">${street}</textarea><input type="password" value="${street}"></form>`
  return {
    '/': page('Shop', `<a href="/product">${name}</a>${form}`, canaries),
    '/product': page('Product', `<script type="application/ld+json">${json(product)}</script>
<div itemscope itemtype="https://schema.org/Product"><span itemprop="name">${name}</span><meta itemprop="sku" content="${items[0]}"></div>`, canaries),
    '/search': page('Search', form, canaries),
    '/account': page('Account', `<p>${name}, ${street}, ${phone}</p>${form}`, canaries),
    '/checkout': page('Checkout', form, canaries),
    '/thanks': page('Thanks', `<div data-shopside-order='${json(order)}'></div><p>${name} ${orderId}</p>
<shopside-order-tracking order="${orderId}"></shopside-order-tracking>`, canaries),
  }
}

/** A leak that somebody might build in, each in its own spelling and by its own way out; the form's address is what it takes. */
export const plants: Record<string, string> = {
  fetch: `const u = document.querySelector('input[name=email]'); u && fetch('/shopside/model/x.json?u=' + btoa('u=' + u.value)).catch(() => {})`,
  image: `const u = document.querySelector('input[name=email]')
    ;u && (new Image().src = '/pictures/p.svg#'.replace('#', '?') + [...new TextEncoder().encode(u.value)].map(b => b.toString(16).padStart(2, '0')).join(''))`,
  prefetch: `const u = document.querySelector('input[name=email]')
    ;u && document.head.append(Object.assign(document.createElement('link'), { rel: 'prefetch', href: '/pictures/q.svg?' + encodeURIComponent(u.value) }))`,
}

/** A shop of seven pages full of canaries. `plant`: one more line at the end of the SDK's entry. */
export function serveLeakShop(canaries: Canaries, plant?: string): Promise<StaticHost> {
  const entry = plant === undefined ? undefined : `${readFileSync(join(sdkDir, 'shopside.js'), 'utf8')}\n;{${plant}}\n`
  return serveFolder({
    pages: pages(canaries),
    folders: { '/shopside/model/': modelDir, '/shopside/': sdkDir },
    fixed: { '/pictures/': { type: 'image/svg+xml', body: picture } },
    endpoint: ({ path }) => (entry !== undefined && path === '/shopside/shopside.js'
      ? { headers: { 'content-type': 'text/javascript; charset=utf-8' }, body: entry }
      : undefined),
  })
}
