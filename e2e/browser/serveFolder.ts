import { existsSync, readFileSync, statSync } from 'node:fs'
import { createServer, type IncomingHttpHeaders } from 'node:http'
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
  /** Sent with every page. */
  headers?: Record<string, string>
}

const types: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8', '.json': 'application/json', '.html': 'text/html; charset=utf-8',
  '.svg': 'image/svg+xml', '.bin': 'application/octet-stream',
}

/** Opens a host on a free port of this machine. */
export async function serveFolder(site: StaticSite): Promise<StaticHost> {
  const prefixes = Object.keys(site.folders).toSorted((a, b) => b.length - a.length)
  const received: StaticHost['received'] = []
  const server = createServer((request, response) => {
    received.push({ method: request.method ?? '', path: request.url ?? '', headers: request.headers })
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://host').pathname)
    const page = site.pages[path]
    if (page !== undefined) {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...site.headers }).end(page)
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
    response.writeHead(200, { 'content-type': types[extname(file)] ?? 'application/octet-stream' }).end(readFileSync(file))
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
