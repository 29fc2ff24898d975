import type { Page } from '@playwright/test'
import type { Shopside } from 'shopside'
import { modelDir, sdkDir } from '../store/paths.ts'
import { strictPolicy } from './strictPolicy.ts'
import { serveFolder, type StaticHost } from './serveFolder.ts'

/** A page of a shop that has nothing but the script tag. */
export function plainPage(
  body: string, tagAttributes = 'data-model="/shopside/model/" data-consent="granted" data-currency="GBP"',
): string {
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>A plain shop</title>
<link rel="stylesheet" href="/shopside/shopside.css">
<script type="module" src="/shopside/shopside.js" ${tagAttributes}></script>
</head>
<body>
<main>
<h1>A plain shop</h1>
${body}
</main>
</body>
</html>
`
}

/** One picture for all products. */
const picture = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 5"><path fill="#ddd" d="M0 0h4v5H0z"/></svg>'

/** Opens a static host with the built SDK, the demo's model and these pages, under the strict policy. */
export function servePlainShop(
  pages: Record<string, string>, headers: Record<string, string> = { 'content-security-policy': strictPolicy },
  fileHeaders: Record<string, string> = {},
): Promise<StaticHost> {
  return serveFolder({
    pages,
    headers,
    fileHeaders,
    folders: { '/shopside/model/': modelDir, '/shopside/': sdkDir },
    fixed: { '/pictures/': { type: 'image/svg+xml', body: picture } },
  })
}

/** Waits until the script tag has put the surface under its name. */
export async function waitForSurface(page: Page): Promise<void> {
  await page.waitForFunction(() => typeof (window as { shopside?: { track?: unknown } }).shopside?.track === 'function')
}

/** The page's `window.shopside`, typed: for use inside `page.evaluate`. */
export type SurfaceWindow = Window & { shopside: Shopside }
