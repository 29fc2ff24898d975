import { askShop, type ShopAnswer } from '../platform/askShop.ts'

/** The Store API of this shop (https://github.com/woocommerce/woocommerce/tree/trunk/docs/apis/store-api). */
export interface StoreApi {
  /** With `body` a POST. @throws when there is no connection */
  ask(path: string, body?: object): Promise<ShopAnswer>
  /** True once an answer has brought what a write needs. */
  mayWrite(): boolean
}

/**
 * A write needs a nonce, or else a cart token, and every answer under `/cart` brings a fresh one as a header (docs
 * `nonce-tokens.md`, `cart-tokens.md`). The page's own globals are not asked: on many pages they hold none, or an old one.
 */
export function createStoreApi(page: Window): StoreApi {
  const root = storeRoot(page)
  let nonce: string | null = null
  let token: string | null = null
  return {
    async ask(path, body) {
      // A nonce belongs to the cookies that the browser sends along; the token is for shops that send none.
      const key: Record<string, string> = nonce !== null ? { Nonce: nonce } : token !== null ? { 'Cart-Token': token } : {}
      const answer = await askShop(page, root + path, body, body === undefined ? {} : key)
      nonce = answer.headers.get('Nonce') ?? nonce
      token = answer.headers.get('Cart-Token') ?? token
      return answer
    },
    mayWrite: () => nonce !== null || token !== null,
  }
}

/**
 * WordPress names its REST root in the head, also where it is not `/wp-json/` (a site in a folder, plain permalinks:
 * https://developer.wordpress.org/rest-api/using-the-rest-api/discovery/). Another origin is not asked: no cookie would go there.
 */
function storeRoot(page: Window): string {
  const link = page.document.querySelector<HTMLLinkElement>('link[rel="https://api.w.org/"]')?.href
  const root = link !== undefined && link.startsWith(`${page.location.origin}/`) ? link : '/wp-json/'
  return `${root}wc/store/v1/`
}
