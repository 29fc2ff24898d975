import type { Manifest, Model } from '@shopside/engine'
import type { Environment } from './environment.ts'
import { readBytes } from './readBytes.ts'

/** What the lazy chunk `ranking` brings for reading a model. */
export interface ModelReader {
  decodeModel(bytes: Uint8Array): Model
  readManifest(json: unknown): Manifest | { reason: string }
}

/** A server that does not answer is no server. */
const timeoutMs = 5000
/** Ten times a manifest with every field; a model of 100,000 items has a few megabytes. */
const maxManifestBytes = 16_384
const maxModelBytes = 64e6

/**
 * Fetches and reads a model folder: the manifest is revalidated, the file that it names is content-hashed and cached for good.
 * Requests carry no query, no cookie, no referrer and no header of ours.
 *
 * @param folder ends with `/`
 * @throws Error with a word for `status()`: `manifest-404`, `manifest-broken`, `timeout`, `too-large`, `model-…`
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
  const manifest = readManifest(await toJson(manifestResponse).catch(() => undefined))
  if ('reason' in manifest) throw new Error(`manifest-broken: ${manifest.reason}`)
  const { path, bytes } = manifest.files.model
  return decodeModel(await readBytes(await get(path, 'default'), Math.min(bytes, maxModelBytes)))
}

async function toJson(response: Response): Promise<unknown> {
  return JSON.parse(new TextDecoder().decode(await readBytes(response, maxManifestBytes)))
}

const manifestName = 'manifest.json'
