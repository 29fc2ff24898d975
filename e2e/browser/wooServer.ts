import type { EndpointAnswer, EndpointRequest } from './serveFolder.ts'

/** A product as the shop knows it; `price` in minor units, `name` as WordPress writes it. */
export interface WooProduct {
  name: string
  price: string
}

/**
 * The Store API of a WooCommerce shop with one basket: https://github.com/woocommerce/woocommerce/tree/trunk/docs/apis/store-api
 */
export interface WooServer {
  answer(request: EndpointRequest): EndpointAnswer | undefined
  /** Product id → quantity. */
  readonly lines: Map<number, number>
  readonly soldOut: Set<number>
  /** The nonce that a write needs; a new one makes that of an open page stale. */
  nonce: string
}

export function createWooServer(
  products: (id: number) => WooProduct, money = { currency_code: 'GBP', currency_minor_unit: 2 },
): WooServer {
  const lines = new Map<number, number>()
  const soldOut = new Set<number>()

  const lineOf = ([id, quantity]: [number, number]): object => {
    const { name, price } = products(id)
    return {
      key: `a5771bce${id}`, id, quantity, name, sku: '', permalink: `/product/${id}`, images: [], variation: [],
      quantity_limits: { minimum: 1, maximum: 9999, multiple_of: 1, editable: true },
      prices: { price, regular_price: price, sale_price: price, ...money }, totals: { line_total: price, ...money },
    }
  }
  const cart = (): object => ({
    items: [...lines].map(lineOf), items_count: lines.size, coupons: [], errors: [], totals: { total_price: '0', ...money },
    shipping_address: { first_name: 'John', last_name: 'Doe', phone: '123456778' },
    billing_address: { email: 'checkout@templates.com' },
  })

  const server: WooServer = {
    lines, soldOut, nonce: 'n1',
    answer({ method, path, headers, body }) {
      if (!path.startsWith('/wp-json/wc/store/v1/')) return undefined
      const fresh = { Nonce: server.nonce }
      if (method === 'GET') return { headers: fresh, body: cart() }
      if (headers['nonce'] === undefined) return refuse(401, 'woocommerce_rest_missing_nonce', 'Missing the Nonce header.')
      if (headers['nonce'] !== server.nonce) return refuse(403, 'woocommerce_rest_invalid_nonce', 'Nonce is invalid.')
      const wish = JSON.parse(body) as { id?: number; quantity?: number; requests?: {
        body: { key: string; quantity: number },
      }[] }
      for (const { body: { key, quantity } } of wish.requests ?? []) lines.set(Number(key.replace('a5771bce', '')), quantity)
      if (wish.id !== undefined) {
        if (soldOut.has(wish.id)) {
          return refuse(
            400, 'woocommerce_rest_product_out_of_stock',
            `&quot;${products(wish.id).name}&quot; is out of stock and cannot be purchased.`,
          )
        }
        lines.set(wish.id, (lines.get(wish.id) ?? 0) + (wish.quantity ?? 1))
      }
      return { status: 201, headers: fresh, body: cart() }
    },
  }
  return server
}

function refuse(status: number, code: string, message: string): EndpointAnswer {
  return { status, body: { code, message, data: { status } } }
}
