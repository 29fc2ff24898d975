import { readdirSync, statSync, truncateSync } from 'node:fs'
import { join } from 'node:path'

/** Folder of an origin's LevelDB in a profile. @throws when the browser keeps its databases elsewhere */
export function levelDbFolder(profile: string, origin: string): string {
  const { hostname, port } = new URL(origin)
  const name = `http_${hostname}_${port}.indexeddb.leveldb`
  const folder = join(profile, 'Default', 'IndexedDB', name)
  statSync(folder)
  return folder
}

/** Cuts `bytes` off the end of the newest log of a LevelDB folder. @returns the bytes that are gone: the proof that it fired */
export function cutNewestLog(folder: string, bytes: number): number {
  const newest = readdirSync(folder).filter(name => /^\d+\.log$/.test(name)).toSorted().at(-1)
  if (newest === undefined) return 0
  const path = join(folder, newest)
  const { size } = statSync(path)
  const left = Math.max(0, size - bytes)
  truncateSync(path, left)
  return size - left
}
