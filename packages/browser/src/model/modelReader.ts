import type { Head, Manifest, Model, Shard } from '@shopside/engine'

/** What the lazy chunk `ranking` brings for reading a model. */
export interface ModelReader {
  readManifest(json: unknown): Manifest | { reason: string }
  openHead(bytes: Uint8Array): Head
  openShard(bytes: Uint8Array): Shard
  openModel(head: Head, shards?: readonly Shard[]): Model
}
