import type { Page } from '@playwright/test'
import { modelDir, sdkDir } from '../store/paths.ts'
import { watchContext, type Oracle } from './oracle.ts'
import { plainPage, waitForSurface, type SurfaceWindow } from './plainShop.ts'
import { serveFolder, type EndpointAnswer, type EndpointRequest, type StaticHost } from './serveFolder.ts'
import { strictPolicy } from './strictPolicy.ts'

/** A page of a shop platform: `body` with the platform's classes, and the theme's own script in front of ours. */
export interface PlatformPage {
  bodyClass?: string
  body: string
  /** Addresses under `/assets/`, where the oracle knows a shop's own scripts. */
  scripts: string[]
  /** Attributes of our tag. */
  tag?: string
}

const granted = 'data-model="/shopside/model/" data-consent="granted" data-currency="GBP"'

/**
 * Opens a host with these pages, the theme's scripts by their address, the platform's endpoints, our files and the demo's model.
 */
export function servePlatform(
  pages: Record<string, PlatformPage>, scripts: Record<string, string>,
  endpoint: (request: EndpointRequest) => EndpointAnswer | undefined,
): Promise<StaticHost> {
  const html = Object.entries(pages).map(([path, { body, bodyClass = '', scripts: own, tag = granted }]) => {
    const tags = own.map(name => `<script src="${name}"></script>`).join('')
    return [
      path, plainPage(body, tag).replace('<script', `${tags}<script`).replace('<body>', `<body class="${bodyClass}">`),
    ] as const
  })
  return serveFolder({
    pages: Object.fromEntries(html),
    headers: { 'content-security-policy': strictPolicy },
    folders: { '/shopside/model/': modelDir, '/shopside/': sdkDir },
    fixed: {
      ...Object.fromEntries(Object.entries(scripts).map(([name, body]) => [name, { type: 'text/javascript', body }])),
      '/pictures/': { type: 'image/svg+xml', body: '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 5"/>' },
    },
    endpoint,
  })
}

/** The oracle, which lets the platform's own scripts and endpoints be, and nothing else. */
export async function watchPlatform(page: Page, host: StaticHost, own: { globals: string; paths: RegExp }): Promise<Oracle> {
  const oracle = await watchContext(page.context(), host.url)
  oracle.expectComplaint(new RegExp(`was changed: (?:window\\.(?:${own.globals}) \\(new\\)(?:, )?)+ \\(`))
  oracle.expectComplaint(new RegExp(`^request ${host.url}(?:${own.paths.source}) (?:asks for|is a POST|has a body)`))
  return oracle
}

/** What the profile's own export tells of this page's shop: the public surface, as a developer would use it. */
export interface Known {
  events: {
    name: string; params: { items?: { item_id: string; quantity?: number; price?: number }[] } & Record<string, unknown>,
  }[]
  lines: { item_id: string; quantity: number; price?: number }[]
  orders: number
  connectors: string[]
  problems: string[]
}

export async function readKnown(page: Page): Promise<Known> {
  await waitForSurface(page)
  return page.evaluate(async () => {
    const { shopside } = window as unknown as SurfaceWindow
    await shopside.ready
    const { events } = await shopside.export()
    const { connectors, capture } = shopside.status()
    return {
      events, connectors, problems: capture.problems,
      lines: (shopside.cart.lines.value ?? []).map(({ item_id, quantity, price }) => ({ item_id, quantity, price })),
      orders: shopside.orders.value?.length ?? 0,
    } as never
  })
}
