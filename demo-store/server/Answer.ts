/** What a route answers. The body is sent compressed where the browser takes it. */
export interface Answer {
  status: number
  type: string
  body: Uint8Array | string
  /** `no-cache`: kept, and asked about each time by its ETag. `immutable`: its name holds its hash. */
  cache: 'no-cache' | 'immutable'
}

/** Content types of what the shop serves, by the end of the name. */
export const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
  '.bin': 'application/octet-stream',
  '.map': 'application/json; charset=utf-8',
}
