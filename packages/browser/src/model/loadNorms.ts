import type { ManifestFile, StoreNorms } from '@shopside/engine'
import { loadTwice } from '../loadTwice.ts'

/** Reads a file of the model folder: the kept copy, else the host's, which is kept once it was opened. */
type ReadFile = <File>(name: string, maxBytes: number, openFile: (bytes: Uint8Array) => File) => Promise<File>

/**
 * The norms that a manifest names, whole or not at all: of the length that the manifest says and right in every field. Kept
 * beside its model, so that a page without a host judges by those of the copy it shows.
 *
 * @returns undefined where they cannot be had: defaults stand in
 */
export async function loadNorms({ path, bytes: length }: ManifestFile, read: ReadFile): Promise<StoreNorms | undefined> {
  try {
    const { maxNormsBytes, readNorms } = await loadTwice(() => import('../lazy/segmenting.ts'))
    return await read(path, Math.min(length, maxNormsBytes), bytes => {
      const norms = bytes.length === length ? readNorms(JSON.parse(new TextDecoder().decode(bytes))) : { reason: 'length' }
      if ('reason' in norms) throw new Error(`norms-broken: ${norms.reason}`)
      return norms
    })
  } catch {
    // The host is down, or the file is not what it should be: nothing is judged by half of it.
    return undefined
  }
}
