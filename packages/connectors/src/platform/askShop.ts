/** What the shop's own server answered. */
export interface ShopAnswer {
  ok: boolean
  status: number
  /** The body read as JSON; undefined when it is none (an error page in HTML, a log-in form). */
  json: unknown
  headers: Headers
}

/**
 * Asks an endpoint of the shop, as the shopper's own browser: with `body` a POST of JSON, else a GET that no cache may answer.
 *
 * @throws when there is no connection
 */
export async function askShop(
  page: Window, url: string, body?: object, headers: Record<string, string> = {},
): Promise<ShopAnswer> {
  const response = await page.fetch(url, body === undefined
    ? { headers: { accept: 'application/json', ...headers }, cache: 'no-store' }
    : {
      headers: { accept: 'application/json', 'content-type': 'application/json', ...headers }, method: 'POST',
      body: JSON.stringify(body),
    })
  return { ok: response.ok, status: response.status, headers: response.headers, json: await response.json().catch(() => undefined) }
}
