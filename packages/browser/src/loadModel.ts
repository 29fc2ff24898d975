import type { Manifest, Model } from '@shopside/engine'
import type { Environment } from './environment.ts'

/** What the lazy chunk `ranking` brings for reading a model. */
export interface ModelReader {
  decodeModel(bytes: Uint8Array): Model
  readManifest(json: unknown): Manifest | { reason: string }
}

/** A server that does not answer is no server. */
const timeoutMs = 5000

/**
 * Fetches and reads a model folder: the manifest is revalidated, the file that it names is content-hashed and cached for good.
 * Requests carry no query, no cookie, no referrer and no header of ours.
 *
 * @param folder ends with `/`
 * @throws Error with a word for `status()`: `manifest-404`, `manifest-broken`, `timeout`, `model-…`
 */
export async function loadModel(environment: Environment, folder: string, reader: () => Promise<ModelReader>): Promise<Model> {
  const base = new URL(folder, environment.window.document.baseURI)
  const stop = new AbortController()
  environment.setTimer(() => stop.abort(new Error('timeout')), timeoutMs)
  const request = { signal: stop.signal, referrerPolicy: 'no-referrer', credentials: 'omit' } as const

  async function get(name: string, cache: RequestCache): Promise<Response> {
    const response = await environment.fetch(new URL(name, base).href, { ...request, cache })
    if (!response.ok) throw new Error(`${name === manifestName ? 'manifest' : 'model'}-${response.status}`)
    return response
  }

  const [manifestResponse, { decodeModel, readManifest }] = await Promise.all([get(manifestName, 'no-cache'), reader()])
  const manifest = readManifest(await manifestResponse.json().catch(() => undefined))
  if ('reason' in manifest) throw new Error(`manifest-broken: ${manifest.reason}`)
  const file = await get(manifest.files.model.path, 'default')
  return decodeModel(new Uint8Array(await file.arrayBuffer()))
}

const manifestName = 'manifest.json'
