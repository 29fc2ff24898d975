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
  files: {
    model: ManifestFile
    /** What shoppers are judged by (`StoreNorms`); absent: defaults stand in. */
    norms?: ManifestFile
  }
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
  const { model, norms } = (files ?? {}) as { model?: unknown; norms?: unknown }
  const isRight: [field: string, right: boolean][] = [
    ['format', format === 'shopside-model'],
    ['version', version === 2],
    ['asOf', isCount(asOf, 864e13)],
    ['items', isCount(items, 1e8)],
    ['shards', isCount(shards, 1e6)],
    ['currency', currency === undefined || isLike(currency, /^[A-Z]{3}$/)],
    ...isFile('files.model', model),
    ...(norms === undefined ? [] : isFile('files.norms', norms)),
  ]
  const wrong = isRight.find(([, right]) => !right)
  return wrong ? { reason: wrong[0] } : {
    format, version, asOf, ...(currency === undefined ? {} : { currency }), items, shards, files: { model: fileOf(model), ...(norms !== undefined && { norms: fileOf(norms) }) },
  } as Manifest
}

function isFile(field: string, file: unknown): [field: string, right: boolean][] {
  const { path, bytes, sha256 } = fileOf(file)
  return [
    // A plain name: nothing that leaves the folder, no scheme, no query.
    [`${field}.path`, isLike(path, /^\w[\w.-]{0,99}$/)],
    [`${field}.bytes`, isCount(bytes, 1e9)],
    [`${field}.sha256`, isLike(sha256, /^[\da-f]{64}$/)],
  ]
}

/** Its fields, whatever they hold. */
function fileOf(file: unknown): ManifestFile {
  const { path, bytes, sha256 } = (file ?? {}) as ManifestFile
  return { path, bytes, sha256 }
}

function isLike(value: unknown, form: RegExp): boolean {
  return typeof value === 'string' && form.test(value)
}

function isCount(value: unknown, top: number): boolean {
  return Number.isInteger(value) && (value as number) >= 0 && (value as number) <= top
}
