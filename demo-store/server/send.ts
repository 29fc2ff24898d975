import { createHash } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import type { Answer } from './Answer.ts'
import { strictHeaders } from './headers.ts'

/** Bodies under this size are sent as they are: compressing them saves nothing. */
const minCompressedBytes = 600

/** Already compressed, or smaller left alone. */
const leftAlone = new Set(['font/woff2'])

/** Compressed bodies by coding and ETag, the last used last: what is sent again is not compressed again. */
const compressed = new Map<string, Uint8Array>()
const maxCompressed = 2000
const tags = new WeakMap<Answer, string>()

/** Sends an answer with strict headers, an ETag, and brotli or gzip where the browser takes it. */
export function send(request: IncomingMessage, response: ServerResponse, answer: Answer): void {
  const etag = tagOf(answer)
  const headers: Record<string, string> = {
    ...strictHeaders,
    'Content-Type': answer.type,
    'Cache-Control': answer.cache === 'immutable' ? 'public, max-age=31536000, immutable' : 'no-cache',
    ETag: etag,
    Vary: 'Accept-Encoding',
  }
  if (request.headers['if-none-match'] === etag && answer.status === 200) {
    response.writeHead(304, headers).end()
    return
  }
  const coding = toCoding(answer, String(request.headers['accept-encoding'] ?? ''))
  const body = coding === undefined ? Buffer.from(answer.body) : compress(answer, coding, etag)
  response.writeHead(answer.status, {
    ...headers,
    ...(coding !== undefined && { 'Content-Encoding': coding }),
    'Content-Length': body.byteLength,
  })
  response.end(request.method === 'HEAD' ? undefined : body)
}

function tagOf(answer: Answer): string {
  const known = tags.get(answer)
  if (known !== undefined) return known
  const tag = `"${createHash('sha256').update(answer.body).digest('base64url').slice(0, 16)}"`
  tags.set(answer, tag)
  return tag
}

function toCoding(answer: Answer, accepted: string): 'br' | 'gzip' | undefined {
  if (answer.body.length < minCompressedBytes || leftAlone.has(answer.type)) return undefined
  if (/\bbr\b/.test(accepted)) return 'br'
  return /\bgzip\b/.test(accepted) ? 'gzip' : undefined
}

function compress(answer: Answer, coding: 'br' | 'gzip', etag: string): Uint8Array {
  const key = `${coding} ${etag}`
  const packed = compressed.get(key) ?? pack(answer, coding)
  compressed.delete(key)
  compressed.set(key, packed)
  if (compressed.size > maxCompressed) compressed.delete(compressed.keys().next().value!)
  return packed
}

function pack(answer: Answer, coding: 'br' | 'gzip'): Uint8Array {
  const body = Buffer.from(answer.body)
  if (coding === 'gzip') return gzipSync(body)
  // hashed files are compressed once and well, the others quickly
  const quality = answer.cache === 'immutable' ? 10 : 5
  const params = { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: body.byteLength }
  return brotliCompressSync(body, { params })
}
