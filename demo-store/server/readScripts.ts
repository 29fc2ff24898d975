import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { PageType } from '../pages/Page.ts'

/** An entry of the manifest that the client's build writes: its file, and keys of the entries it imports. */
interface BuiltFile {
  name?: string
  file: string
  imports?: readonly string[]
}

/** Lazy parts, by the names of their chunks, that a row of recommendations needs before it can be drawn. */
const forRows = ['wayOut', 'folding', 'ranking', 'recommendations'] as const
const forOrders = ['wayOut', 'folding', 'orderTracking'] as const

/** Pages that begin with a widget. The rows of other pages are further down, and cost nothing until they are near. */
const wanted: Readonly<Partial<Record<PageType, readonly string[]>>> = {
  'home': forRows,
  'basket': forRows,
  'thank-you': forOrders,
  'order': forOrders,
  'orders': forOrders,
}

/**
 * Tells which scripts a page will want besides `shop.js`, so that the browser asks for all of them at once instead of learning of
 * each from the one before. Follows a new build without a restart; without a manifest there is nothing to tell.
 *
 * @param clientDir folder that `buildClient` wrote, absolute; it may appear later
 * @returns addresses such as `/assets/base-Bx3kd8_1.js` of a page's type, each once
 */
export function readScripts(clientDir: string): (type: PageType) => readonly string[] {
  const path = join(clientDir, '.vite', 'manifest.json')
  let readAt = 0
  let files: Readonly<Record<string, BuiltFile>> = {}
  let known = new Map<PageType, readonly string[]>()
  return type => {
    const changedAt = statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0
    if (changedAt !== readAt) {
      files = changedAt === 0 ? {} : parse(path)
      known = new Map()
      readAt = changedAt
    }
    const scripts = known.get(type) ?? collect(files, ['shop', ...(wanted[type] ?? [])])
    known.set(type, scripts)
    return scripts
  }
}

function collect(files: Readonly<Record<string, BuiltFile>>, names: readonly string[]): string[] {
  const keys = new Set<string>()
  const follow = (key: string): void => {
    const entry = files[key]
    if (!entry || keys.has(key)) return
    keys.add(key)
    for (const imported of entry.imports ?? []) follow(imported)
  }
  // a shared file may bear the name of the part it was taken from: only what is asked for by that name is meant, and brings it
  // along
  const entries = Object.entries(files).filter(([key]) => !key.startsWith('_'))
  for (const name of names) for (const [key, entry] of entries) if (entry.name === name) follow(key)
  return [...keys].flatMap(key => (files[key]?.name === 'shop' ? [] : [`/assets/${files[key]?.file}`]))
}

function parse(path: string): Record<string, BuiltFile> {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Record<string, BuiltFile>
  } catch {
    // half written by a build that runs just now: the page finds its scripts one by one, and the next page reads again
    return {}
  }
}
