import type { Environment } from '../environment.ts'
import { readBytes } from '../readBytes.ts'

/**
 * A model folder on its host. What it throws is a word for `status()`: `manifest-404`, `model-404`, `timeout`, `too-large` …
 */
export interface ModelFolder {
  /** The manifest's text, as the host has it now. */
  manifest(): Promise<string>
  /** A content-hashed file: its name says what is in it, so it is cached for good. */
  file(name: string, maxBytes: number): Promise<Uint8Array>
}

/**
 * A host that is silent for two rounds is none; one that is slow and goes on is waited for. Two, because on a busy page the timer
 * runs before the answer that came meanwhile is read.
 */
const roundMs = 2500
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
    let silentRounds = 0
    let isDone = false
    const heard = (): void => { silentRounds = 0 }
    const round = (): void => {
      if (isDone) return
      if (++silentRounds === 2) stop.abort()
      else setTimer(round, roundMs)
    }
    setTimer(round, roundMs)
    const { href } = new URL(name, new URL(folder, window.document.baseURI))
    try {
      const response = await fetch(href, { signal: stop.signal, referrerPolicy: 'no-referrer', credentials: 'omit', cache })
      heard()
      if (!response.ok) throw new Error(`${what}-${response.status}`)
      return await readBytes(response, maxBytes, heard)
    } catch (error) {
      // Half-way through a body each browser has words of its own for it.
      throw stop.signal.aborted ? new Error('timeout') : error
    } finally {
      isDone = true
    }
  }

  return {
    // `no-cache` asks with the ETag of what the browser has: an unchanged manifest comes as a 304.
    manifest: async () => new TextDecoder().decode(await get('manifest.json', 'no-cache', maxManifestBytes, 'manifest')),
    file: (name, maxBytes) => get(name, 'default', maxBytes, 'model'),
  }
}
