import type { Environment } from '../environment.ts'
import { readBytes } from '../readBytes.ts'

/** A model folder on its host. What it throws is a word for `status()`: `manifest-404`, `model-404`, `timeout`, `too-large` … */
export interface ModelFolder {
  /** The manifest's text, as the host has it now. */
  manifest(): Promise<string>
  /** A content-hashed file: its name says what is in it, so it is cached for good. */
  file(name: string, maxBytes: number): Promise<Uint8Array>
}

/** A server that does not answer is no server. */
const timeoutMs = 5000
/** Ten times a manifest with every field. */
const maxManifestBytes = 16_384

/**
 * Requests carry no query, no cookie, no referrer and no header of ours.
 *
 * @param folder ends with `/`
 */
export function createModelFolder({ window, fetch, setTimer }: Environment, folder: string): ModelFolder {
  async function get(name: string, cache: RequestCache, maxBytes: number, what: string): Promise<Uint8Array> {
    const stop = new AbortController()
    setTimer(() => stop.abort(new Error('timeout')), timeoutMs)
    const { href } = new URL(name, new URL(folder, window.document.baseURI))
    const response = await fetch(href, { signal: stop.signal, referrerPolicy: 'no-referrer', credentials: 'omit', cache })
    if (!response.ok) throw new Error(`${what}-${response.status}`)
    return readBytes(response, maxBytes)
  }

  return {
    // `no-cache` asks with the ETag of what the browser has: an unchanged manifest comes as a 304.
    manifest: async () => new TextDecoder().decode(await get('manifest.json', 'no-cache', maxManifestBytes, 'manifest')),
    file: (name, maxBytes) => get(name, 'default', maxBytes, 'model'),
  }
}
