import type { EpochMs } from '../event.ts'

/** `manifest.json`: the one file with a fixed name. Small, fetched anew each time; names the content-hashed rest. */
export interface Manifest {
  format: 'shopside-model'
  version: 2
  /** Time of the newest row that training saw, epoch ms; 0 when no row had a time. No build time: same input, same bytes. */
  asOf: EpochMs
  /** ISO 4217; absent when the catalogue names none. */
  currency?: string
  /** Number of catalogue entries. */
  items: number
  /** How many shards lie beside the model file, which then is their head and names them; 0: it is the whole model. */
  shards: number
  files: { model: ManifestFile }
}

/** A file beside the manifest. */
export interface ManifestFile {
  /** File name without folder, e.g. `model.3f2a9c01d4e5b677.bin`. */
  path: string
  /** Length as stored, uncompressed. */
  bytes: number
  /** Hex. */
  sha256: string
}

/**
 * A manifest from parsed JSON, checked field by field, or the reason why it is none. Never throws; unknown fields are dropped.
 */
export function readManifest(json: unknown): Manifest | { reason: string } {
  if (typeof json !== 'object' || json === null) return { reason: 'no object' }
  const { format, version, asOf, currency, items, shards, files } = json as Record<string, unknown>
  if (format !== 'shopside-model') return { reason: 'format' }
  if (version !== 2) return { reason: 'version' }
  if (!isCount(asOf, 864e13)) return { reason: 'asOf' }
  if (!isCount(items, 1e8)) return { reason: 'items' }
  if (!isCount(shards, 1e6)) return { reason: 'shards' }
  if (currency !== undefined && !(typeof currency === 'string' && /^[A-Z]{3}$/.test(currency))) return { reason: 'currency' }
  const { path, bytes, sha256 } = ((files as { model?: unknown } | null | undefined)?.model ?? {}) as Record<string, unknown>
  // A plain name: nothing that leaves the folder, no scheme, no query.
  if (typeof path !== 'string' || !/^\w[\w.-]{0,99}$/.test(path)) return { reason: 'files.model.path' }
  if (!isCount(bytes, 1e9)) return { reason: 'files.model.bytes' }
  if (typeof sha256 !== 'string' || !/^[\da-f]{64}$/.test(sha256)) return { reason: 'files.model.sha256' }
  return {
    format, version, asOf, ...(currency === undefined ? {} : { currency }), items, shards, files: { model: { path, bytes, sha256 } },
  }
}

function isCount(value: unknown, top: number): value is number {
  return Number.isInteger(value) && (value as number) >= 0 && (value as number) <= top
}
