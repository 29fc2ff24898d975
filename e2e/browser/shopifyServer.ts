import type { EndpointAnswer, EndpointRequest } from './serveFolder.ts'

/** A variant as the shop knows it; `price` in hundredths, as everywhere in the Ajax API. */
export interface ShopifyVariant {
  title: string
  price: number
}

/** The Ajax API of a Shopify storefront with one basket: https://shopify.dev/docs/api/ajax/reference/cart */
export interface ShopifyServer {
  answer(request: EndpointRequest): EndpointAnswer | undefined
  /** Variant id → quantity. */
  readonly lines: Map<number, number>
  /** Ids that are refused as sold out. */
  readonly soldOut: Set<number>
  /** As after an order: an empty basket of another name. */
  order(): void
  /** Answers every endpoint with this status and an HTML page; undefined: as usual. */
  broken?: number
}

export function createShopifyServer(variants: (id: number) => ShopifyVariant, currency = 'GBP'): ShopifyServer {
  const lines = new Map<number, number>()
  const soldOut = new Set<number>()
  let baskets = 1

  const lineOf = ([id, quantity]: [number, number]): object => {
    const { title, price } = variants(id)
    return {
      id, variant_id: id, product_id: id + 9_000_000, key: `${id}:152986b40ee6`, quantity, title, product_title: title,
      variant_title: null,
      vendor: 'Thimble', product_type: 'Kitchen', price, final_price: price, line_price: price * quantity,
      final_line_price: price * quantity,
      url: `/products/${id}?variant=${id}`, image: `/pictures/${id}.svg`, sku: `SKU-${id}`, properties: null, gift_card: false,
    }
  }
  const cart = (): object => ({
    token: `b9ffe75095a8b9b2241d0c19f3a8110${baskets}`, note: null, attributes: {}, currency, item_count: lines.size,
    items: [...lines].map(lineOf),
  })

  const server: ShopifyServer = {
    lines, soldOut,
    order() {
      lines.clear()
      baskets++
    },
    answer({ method, path, body }) {
      if (!/^\/cart(\/(add|change|clear))?\.js$/.test(path)) return undefined
      if (server.broken !== undefined) {
        return { status: server.broken, body: '<!doctype html><title>Something went wrong</title>' }
      }
      if (path === '/cart.js') return { body: cart() }
      if (method !== 'POST') return { status: 405, body: '' }
      const wish = JSON.parse(body || '{}') as { items?: { id: number; quantity?: number }[]; id?: string; quantity?: number }
      if (path === '/cart/add.js') {
        const refused = wish.items?.find(({ id }) => soldOut.has(id))
        if (refused !== undefined) {
          const description = `The product '${variants(refused.id).title}' is already sold out.`
          return { status: 422, body: { status: 422, message: 'Cart Error', description } }
        }
        for (const { id, quantity = 1 } of wish.items ?? []) lines.set(id, (lines.get(id) ?? 0) + quantity)
        return { body: { items: [...lines].map(lineOf) } }
      }
      if (path === '/cart/clear.js') lines.clear()
      else if (wish.quantity === 0) lines.delete(Number.parseInt(wish.id ?? '', 10))
      else lines.set(Number.parseInt(wish.id ?? '', 10), wish.quantity ?? 1)
      return { body: cart() }
    },
  }
  return server
}
