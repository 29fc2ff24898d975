// @vitest-environment happy-dom
import type { Model } from '@shopside/engine'
import { readManifest } from '@shopside/engine'
import { describe, expect, it } from 'vitest'
import { browserEnvironment } from './environment.ts'
import { loadModel } from './loadModel.ts'

const manifest = {
  format: 'shopside-model', version: 1, asOf: 0, currency: 'GBP', items: 1,
  files: { model: { path: 'model.0123456789abcdef.bin', bytes: 3, sha256: '0'.repeat(64) } },
}

/** A shop's server: path → answer, and the log of what was asked. */
function serve(answers: Record<string, () => Response | Promise<Response>>) {
  const asked: { url: string; init: RequestInit }[] = []
  const environment = {
    ...browserEnvironment(window),
    fetch: async (url: string, init: RequestInit) => {
      asked.push({ url, init })
      const answer = answers[new URL(url).pathname]
      return answer === undefined ? new Response('', { status: 404 }) : answer()
    },
  }
  const reader = async () => ({ readManifest, decodeModel: (bytes: Uint8Array) => ({ size: bytes.length }) as unknown as Model })
  return { asked, load: () => loadModel(environment, '/shopside/model/', reader) }
}

describe('loadModel', () => {
  it('asks for the manifest anew and for its file as cached, with no query and no referrer', async () => {
    const { asked, load } = serve({
      '/shopside/model/manifest.json': () => Response.json(manifest),
      '/shopside/model/model.0123456789abcdef.bin': () => new Response(new Uint8Array(3)),
    })
    expect((await load()).size).toBe(3)
    expect(asked.map(({ url, init }) => [new URL(url).search, init.referrerPolicy, init.cache]))
      .toEqual([['', 'no-referrer', 'no-cache'], ['', 'no-referrer', 'default']])
  })

  it.each([
    ['a missing folder', {}, /manifest-404/],
    ['a page instead of a manifest', { '/shopside/model/manifest.json': () => new Response('<html>') }, /manifest-broken/],
    ['a manifest that points elsewhere', {
      '/shopside/model/manifest.json': () => Response.json({ ...manifest, files: { model: { ...manifest.files.model, path: '//evil.example/x' } } }),
    }, /manifest-broken/],
    ['a file that unpacks to more than the manifest says', {
      '/shopside/model/manifest.json': () => Response.json(manifest),
      '/shopside/model/model.0123456789abcdef.bin': () => new Response(new Uint8Array(4)),
    }, /too-large/],
    ['a missing file', { '/shopside/model/manifest.json': () => Response.json(manifest) }, /model-404/],
  ])('says what is wrong with %s', async (_, answers: Record<string, () => Response>, reason) => {
    await expect(serve(answers).load()).rejects.toThrow(reason)
  })
})
