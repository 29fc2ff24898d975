import { existsSync, readFileSync, statSync } from 'node:fs'
import { createServer, type IncomingHttpHeaders, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, normalize } from 'node:path'

/** A plain static host, as a shop's would be. */
export interface StaticHost {
  /** Without a slash at the end. */
  url: string
  /** Every request as it came over the wire, headers with lower-case names. */
  readonly received: { method: string; path: string; headers: IncomingHttpHeaders }[]
  close(): Promise<void>
}

/** What the host serves. */
export interface StaticSite {
  /** Path → HTML of a page. */
  pages: Record<string, string>
  /** Address prefix ending in `/` → folder, longest prefix first. */
  folders: Record<string, string>
  /** Answers every address that begins so, e.g. with one picture for all products. */
  fixed?: Record<string, { type: string; body: string }>
  /** A shop's own endpoints: asked first, with the request's body as text. undefined: not one of them. */
  endpoint?: (request: EndpointRequest) => EndpointAnswer | undefined
  /** Sent with every page. */
  headers?: Record<string, string>
  /** Path → headers of that page, instead of `headers`. */
  headersOf?: Record<string, Record<string, string>>
  /** Sent with every file of a folder. */
  fileHeaders?: Record<string, string>
}

export interface EndpointRequest {
  method: string
  /** Without its query. */
  path: string
  headers: IncomingHttpHeaders
  body: string
}

export interface EndpointAnswer {
  /** @default 200 */
  status?: number
  headers?: Record<string, string>
  /** Text goes as HTML, bytes as they are, everything else as JSON. */
  body: unknown
}

const types: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8', '.json': 'application/json',
  '.html': 'text/html; charset=utf-8',
  '.svg': 'image/svg+xml', '.bin': 'application/octet-stream',
}

/** Opens a host on a free port of this machine. */
export async function serveFolder(site: StaticSite): Promise<StaticHost> {
  const prefixes = Object.keys(site.folders).toSorted((a, b) => b.length - a.length)
  const received: StaticHost['received'] = []
  const server = createServer(async (request, response) => {
    received.push({ method: request.method ?? '', path: request.url ?? '', headers: request.headers })
    const path = decodePath(request.url ?? '/')
    const answer = site.endpoint?.({
      method: request.method ?? '', path, headers: request.headers,
      body: request.method === 'POST' ? await readBody(request) : '',
    })
    if (answer !== undefined) {
      const isHtml = typeof answer.body === 'string'
      response.writeHead(answer.status ?? 200, { 'content-type': isHtml ? 'text/html' : 'application/json', ...answer.headers })
        .end(isHtml || answer.body instanceof Uint8Array ? answer.body : JSON.stringify(answer.body))
      return
    }
    const page = site.pages[path]
    if (page !== undefined) {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...site.headersOf?.[path] ?? site.headers }).end(page)
      return
    }
    if (path === '/favicon.ico') {
      response.writeHead(204).end()
      return
    }
    const fixed = Object.entries(site.fixed ?? {}).find(([start]) => path.startsWith(start))?.[1]
    if (fixed !== undefined) {
      response.writeHead(200, { 'content-type': fixed.type }).end(fixed.body)
      return
    }
    const prefix = prefixes.find(candidate => path.startsWith(candidate))
    const file = prefix === undefined ? '' : join(site.folders[prefix] ?? '', normalize(`/${path.slice(prefix.length)}`))
    if (file === '' || !existsSync(file) || !statSync(file).isFile()) {
      response.writeHead(404, { 'content-type': 'text/html; charset=utf-8' }).end('<!doctype html><title>Not here</title>')
      return
    }
    response.writeHead(
      200, { 'content-type': types[extname(file)] ?? 'application/octet-stream', ...site.fileHeaders },
    ).end(readFileSync(file))
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    received,
    close: () => new Promise(resolve => {
      server.close(() => resolve())
      server.closeAllConnections()
    }),
  }
}

/** A path as it is written where it cannot be decoded: a browser asks for `/%E0%A4%A` too. */
function decodePath(url: string): string {
  const { pathname } = new URL(url, 'http://host')
  try {
    return decodeURIComponent(pathname)
  } catch {
    return pathname
  }
}

async function readBody(request: IncomingMessage): Promise<string> {
  let text = ''
  for await (const chunk of request) text += String(chunk)
  return text
}
