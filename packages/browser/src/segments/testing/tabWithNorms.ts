import { createHash } from 'node:crypto'
import { defaultNorms, type StoreNorms } from '@shopside/engine'
import type { Started } from '../../createShop.ts'
import { inOneFile, rowOfItems } from '../../model/testing/modelFiles.ts'
import type { ShopsideOptions } from '../../options.ts'
import { nine, tab } from '../../testing/shopTab.ts'

/** Norms of a shop with two public rules: one of the past, one of the moment. */
export const norms: StoreNorms = {
  ...defaultNorms,
  asOf: nine - 86_400_000,
  segments: [
    { id: 'customer', public: true, sentence: 'You have ordered here.', rule: { event: 'purchase', op: '>=', value: 1 } },
    { id: 'wet', public: true, rule: { fact: 'context.weather', op: '=', value: 'rain' } },
  ],
}

/** A tab on a shop whose model folder has these norms. */
export function tabWithNorms(options: ShopsideOptions = {}, served: StoreNorms = norms): Started {
  const files = inOneFile(rowOfItems(4, nine))
  const text = new TextEncoder().encode(JSON.stringify(served))
  const sha256 = createHash('sha256').update(text).digest('hex')
  const path = `norms.${sha256.slice(0, 16)}.json`
  const manifest = JSON.parse(new TextDecoder().decode(files.get('manifest.json'))) as { files: Record<string, unknown> }
  manifest.files['norms'] = { path, bytes: text.length, sha256 }
  files.set(path, text).set('manifest.json', new TextEncoder().encode(JSON.stringify(manifest)))
  return tab({ model: '/model/', capture: false, ...options }, {
    async fetch(url) {
      const file = files.get(new URL(url).pathname.replace('/model/', ''))
      return file ? new Response(file) : new Response('', { status: 404 })
    },
  })
}

/** Gives the page Web Locks as browsers have them: one holder a name, in the order they asked. */
export function installLocks(): void {
  const last = new Map<string, Promise<unknown>>()
  const request = (name: string, _options: unknown, run: () => Promise<unknown>): Promise<unknown> => {
    const mine = (last.get(name) ?? Promise.resolve()).then(run)
    last.set(name, mine.catch(() => {}))
    return mine
  }
  Object.defineProperty(navigator, 'locks', { configurable: true, value: { request } })
}
