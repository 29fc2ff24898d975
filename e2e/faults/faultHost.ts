import { plainPage } from '../browser/plainShop.ts'
import { serveFolder, type StaticHost } from '../browser/serveFolder.ts'
import { strictPolicy } from '../browser/strictPolicy.ts'
import { modelDir, sdkDir } from '../store/paths.ts'

/**
 * The host's own script: a heart that must go on beating, and the sum of layout shifts. Both are written to attributes of <html>,
 * so that the host has no global of its own. It takes its timer before anybody can replace it.
 */
const hostScript = `{
  const { dataset } = document.documentElement
  const every = setInterval.bind(window)
  let beats = 0
  let shift = 0
  every(() => { dataset.beats = String(++beats) }, 20)
  new PerformanceObserver(list => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) shift += entry.value
    dataset.shift = String(shift)
  }).observe({ type: 'layout-shift', buffered: true })
}`

const host = '<script src="/assets/host.js"></script>'
const row = '<shopside-recommendations strategy="popular" limit="4"></shopside-recommendations>'
const granted = 'data-model="/shopside/model/" data-consent="granted" data-currency="GBP"'
const required = 'data-model="/shopside/model/" data-currency="GBP"'
const product = JSON.stringify({
  '@context': 'https://schema.org', '@type': 'Product', sku: '22423', name: 'Regency Cakestand 3 Tier',
  offers: { '@type': 'Offer', price: '12.75', priceCurrency: 'GBP', availability: 'https://schema.org/InStock' },
})

const secondTag = `<script type="module" src="/shopside/shopside.js?second" ${granted}></script>`

/** Every page that a fault needs, by path. The first is the plain one. */
const pages: Record<string, string> = {
  '/': plainPage(host + row, granted),
  '/other': plainPage(host, granted),
  '/next': plainPage(host, granted).replace('/shopside/shopside.js', '/shopside/next/shopside.js'),
  '/raw': `<!doctype html><title>Without Shopside</title><link rel="icon" href="data:,">${host}`,
  '/item': plainPage(`${host}<script type="application/ld+json">${product}</script>`, granted),
  '/required': plainPage(host + row, required),
  '/twice': plainPage(host + row + secondTag, granted),
  '/shop-a': plainPage(host, `${granted} data-shop="a"`),
  '/shop-b': plainPage(host, `${granted} data-shop="b"`),
  '/clobbered': plainPage(`${host}<form id="shopside"><input name="track"></form>`, granted),
  '/foreign': plainPage(`<script src="/assets/foreign.js"></script>${host}`, granted),
  '/switched-off': plainPage(host + row, `${granted} data-shopside="off"`),
  '/no-connect': plainPage(host + row, granted),
  '/no-inline': plainPage(host + row, granted),
  '/sandboxed': `<!doctype html><title>A frame</title><link rel="icon" href="data:,">${host}<iframe sandbox="allow-scripts" src="/other"></iframe>`,
}

/** Other addresses of the same host: `plain.test` is not a secure context, `127.0.0.1` is another site than `localhost`. */
export const otherHosts: readonly string[] = ['--host-resolver-rules=MAP *.test 127.0.0.1']

/**
 * Opens the host of all faults; contexts keep their storage apart.
 *
 * @param nextDir the script files of another release, for `/next`. @default there is none
 */
export async function serveFaultHost(nextDir?: string): Promise<StaticHost> {
  const policy = { 'content-security-policy': strictPolicy }
  return serveFolder({
    pages,
    headers: policy,
    headersOf: {
      '/no-connect': { 'content-security-policy': "connect-src 'none'; worker-src 'none'" },
      '/no-inline': {
        'content-security-policy': "default-src 'self'; img-src 'self' data:; script-src 'self'; style-src 'self'",
      },
      '/item': {}, // its JSON-LD stands inline
    },
    // A sandboxed frame has no origin: its modules come as cross-origin ones.
    fileHeaders: { 'access-control-allow-origin': '*' },
    folders: { '/shopside/model/': modelDir, ...(nextDir !== undefined && { '/shopside/next/': nextDir }), '/shopside/': sdkDir },
    fixed: {
      '/assets/host.js': { type: 'text/javascript', body: hostScript },
      '/assets/foreign.js': { type: 'text/javascript', body: 'window.shopside = { theirs: true }' },
      '/pictures/': {
        type: 'image/svg+xml',
        body: '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 5"><path fill="#ddd" d="M0 0h4v5H0z"/></svg>',
      },
    },
  })
}
