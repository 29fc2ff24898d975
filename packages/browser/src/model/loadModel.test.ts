// @vitest-environment page
import { describe, expect, it } from 'vitest'
import * as reader from '../lazy/ranking.ts'
import { browserEnvironment } from '../environment.ts'
import { openKeptModel } from './keptModel.ts'
import { loadModel } from './loadModel.ts'
import { createModelFolder } from './modelFolder.ts'
import { fakeCaches } from './testing/fakeCaches.ts'
import { inOneFile, inShards, rowOfItems, type ModelFiles } from './testing/modelFiles.ts'

const dayMs = 86_400_000
const monday = Date.UTC(2011, 11, 5)
const older = inOneFile(rowOfItems(8, monday))
const newer = inOneFile(rowOfItems(9, monday + dayMs))
const nameOf = (files: ModelFiles, kind: string): string => [...files.keys()].find(name => name.startsWith(kind))!

/** A browser that may keep, and a host whose folder is set by the test: undefined is a host that is down. */
function browser(isGranted = true) {
  const caches = fakeCaches()
  const state = {
    files: older as ModelFiles | undefined, now: monday, isGranted, asked: [] as { url: string; init: RequestInit }[],
  }
  const environment = {
    ...browserEnvironment(window),
    caches: () => caches,
    fetch: async (url: string, init: RequestInit) => {
      state.asked.push({ url, init })
      if (state.files === undefined) throw new Error('no route')
      const file = state.files.get(new URL(url).pathname.replace('/shopside/model/', ''))
      return file === undefined ? new Response('', { status: 404 }) : new Response(file)
    },
  }
  return {
    caches, state,
    /** What the next page of the shop does. */
    load: () => loadModel({
      folder: createModelFolder(environment, '/shopside/model/'), address: 'https://shop.example/shopside/model/',
      kept: openKeptModel(environment, 'shopside', () => state.isGranted), reader: async () => reader, now: () => state.now,
    }),
    /** Names that were asked for since the last look. */
    asked: () => state.asked.splice(0).map(({ url }) => url.replace(/.*\//, '')),
  }
}
/** As many turns as keeping a file could take, however slow each is. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 30; turn++) await new Promise(done => setTimeout(done))
}

describe('loadModel', () => {
  it('asks for the manifest anew and for its file as cached, with no query, cookie or referrer', async () => {
    const { load, state } = browser()
    expect((await load()).model.head.items).toBe(8)
    expect(state.asked.map(({ url, init }) => [new URL(url).search, init.referrerPolicy, init.credentials, init.cache]))
      .toEqual([['', 'no-referrer', 'omit', 'no-cache'], ['', 'no-referrer', 'omit', 'default']])
  })

  it('shows the copy at once on the next page, asks the host behind, and shows the newer one on the page after', async () => {
    const { load, state, asked } = browser()
    await load()
    await settled()
    asked()
    state.files = newer
    const second = await load()
    expect([second.model.head.items, second.reason, asked()]).toEqual([8, undefined, []])
    expect(await second.refresh!()).toBeUndefined()
    await settled()
    expect(asked()).toEqual(['manifest.json', nameOf(newer, 'model')])
    expect((await load()).model.head.items).toBe(9)
    expect(asked()).toEqual([])
  })

  it.each([
    ['the host is down', () => undefined, /no route/],
    ['the newest is broken', () => new Map(newer).set(nameOf(newer, 'model'), new Uint8Array(400)), /not-a-model|broken|length/],
    ['the newest is a page', () => new Map(newer).set('manifest.json', new TextEncoder().encode('<html>')), /manifest-broken/],
    ['its file is missing', () => new Map([['manifest.json', newer.get('manifest.json')!]]), /model-404/],
  ])('keeps the last good one when %s, at once and when the copy is too old to be shown unasked', async (_, host, reason) => {
    const { load, state } = browser()
    await load()
    await settled()
    state.files = host() as ModelFiles | undefined
    const soon = await load()
    expect(soon.model.head.items).toBe(8)
    expect(await soon.refresh!()).toMatch(reason)
    state.now += 8 * dayMs
    const late = await load()
    expect([late.model.head.items, late.refresh]).toEqual([8, undefined])
    expect(late.reason).toMatch(reason)
  })

  it('waits for the host when the copy was last checked more than a week ago', async () => {
    const { load, state } = browser()
    await load()
    await settled()
    state.files = newer
    state.now += 8 * dayMs
    expect((await load()).model.head.items).toBe(9)
  })

  it('fetches a file anew that was damaged where it was kept', async () => {
    const { load, caches, asked } = browser()
    await load()
    await settled()
    asked()
    const cache = await caches.open('shopside.model')
    const [damaged] = (await cache.keys()).filter(({ url }) => url.includes('model.'))
    await cache.put(damaged!.url, new Response('torn'))
    expect((await load()).model.head.items).toBe(8)
    expect(asked()).toEqual([nameOf(older, 'model')])
  })

  it('is whole where it came in one file', async () => {
    const { model } = await browser().load()
    expect(await model.over([])).toBe(await model.over(['i7']))
    expect([model.knows('i7'), model.knows('i8'), model.loaded()]).toEqual([true, false, 0])
  })

  it('opens and keeps nothing while it may not', async () => {
    const { load, caches, state } = browser(false)
    await load()
    await settled()
    expect(caches.stored()).toEqual({})
    state.files = undefined
    await expect(load()).rejects.toThrow('no route')
  })

  it('keeps a newer model alone, and of a model in shards those that were used', async () => {
    const { load, caches, state, asked } = browser()
    state.files = inShards(rowOfItems(12, monday), 4)
    const { model } = await load()
    await model.over(['i5'])
    await settled()
    expect(caches.stored()['shopside.model']!.map(name => name.split('.')[0]).sort()).toEqual(['manifest', 'model', 'shard'])
    asked()
    await (await load()).model.over(['i5'])
    expect(asked()).toEqual([])
    state.files = newer
    await (await load()).refresh!()
    await settled()
    expect(caches.stored()['shopside.model']!.sort()).toEqual(['manifest', nameOf(newer, 'model')])
  })

  it.each([
    ['a missing folder', new Map(), /manifest-404/],
    ['a manifest that points elsewhere', new Map([['manifest.json', new TextEncoder().encode(
      new TextDecoder().decode(older.get('manifest.json')).replace(
        nameOf(older, 'model'), '//evil.example/x',
      ))]]), /manifest-broken/],
    ['a file that unpacks to more than the manifest says', new Map(older).set('manifest.json', new TextEncoder().encode(
      new TextDecoder().decode(older.get('manifest.json')).replace(/"bytes":\d+/, '"bytes":9'))), /too-large/],
  ])('says what is wrong with %s', async (_, files, reason) => {
    const { load, state } = browser()
    state.files = files as ModelFiles
    await expect(load()).rejects.toThrow(reason)
  })
})
