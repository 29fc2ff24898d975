import { expect, test } from '@playwright/test'
import { watchContext } from '../browser/oracle.ts'
import { serveFolder } from '../browser/serveFolder.ts'

test('the oracle of all journeys notices every way to hurt a host page', async ({ page, context }) => {
  const harm = `<!doctype html><title>x</title><script>
    Array.prototype.extra = 1
    window.bar = 1
    window.fetch = async () => {}
    Promise.reject(new Error('rejected'))
    setTimeout(() => { throw new Error('thrown') })
    navigator.sendBeacon('/collect', 'x')
    console.error('said aloud')
  </script>`
  const host = await serveFolder({
    pages: {
      '/': '<!doctype html><title>quiet</title>', '/harm': harm,
      '/csp': '<!doctype html><title>c</title><style>p{color:red}</style>',
    },
    folders: {},
    headers: { 'content-security-policy': "style-src 'self'" },
  })
  try {
    const oracle = await watchContext(context, host.url)
    await page.goto(`${host.url}/`)
    expect(await oracle.complaints()).toEqual([])
    await page.goto(`${host.url}/harm`)
    await expect.poll(async () => (await oracle.complaints()).join('\n')).toContain('thrown')
    await page.goto(`${host.url}/csp`)
    const text = (await oracle.complaints()).join('\n')
    for (const part of ['Array.prototype.extra', 'window.bar (new)', 'window.fetch', 'rejected', '/collect', 'said aloud', 'CSP: style-src']) {
      expect(text).toContain(part)
    }
  } finally {
    await host.close()
  }
})
