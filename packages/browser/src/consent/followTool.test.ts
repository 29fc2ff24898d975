// @vitest-environment page
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Answer, ConsentState } from '../client.ts'
import type { ConsentSourceName, ShopsideOptions } from '../options.ts'
import type { Environment } from '../environment.ts'
import type { Warnings } from '../warnings.ts'
import type { ConsentSource } from './consentSource.ts'
import { followTool, type LoadSource } from './followTool.ts'
import type { Gate } from './gate.ts'

const page = window as unknown as Window & typeof globalThis & Record<string, unknown>
const names = ['Cookiebot', 'OnetrustActiveGroups', 'Shopify', 'wp_has_consent', 'dataLayer']
const unknown: ConsentState = { personalize: 'unknown', analytics: 'unknown', connectors: 'unknown', source: 'default' }

/** A tool whose one category, `all`, says what the test sets; what was taken of it, and what was loaded. */
function setUp(consent: ShopsideOptions['consent'], state: ConsentState = unknown) {
  const said = { category: 'unknown' as Answer, tell: () => {}, stopped: 0 }
  const taken: [unknown, string][] = []
  const loaded: string[] = []
  let believed = 0
  const load: LoadSource = async name => {
    loaded.push(name)
    return {
      name, map: { personalize: [['all']], analytics: [['all']], connectors: [['other']] },
      category: (_, category) => (category === 'all' ? said.category : 'unknown'),
      listen: (_, changed) => {
        said.tell = changed
        return () => { said.stopped++ }
      },
    } satisfies ConsentSource
  }
  const gate = { state: { peek: () => state }, believeStored: () => { believed++ } } as unknown as Gate
  const warned: string[] = []
  const warnings = { warn: (code: string) => warned.push(code), list: [] } as unknown as Warnings
  const start = (asked: ConsentSourceName | 'auto', how = load) => followTool(
    {
      environment: { window: page } as unknown as Environment, options: consent === undefined ? {} : { consent }, gate, warnings,
    },
    asked, (answers, source) => taken.push([answers, source]), how)
  return { said, taken, loaded, warned, believed: () => believed, start }
}

beforeEach(() => { vi.useFakeTimers() })
afterEach(() => {
  for (const name of names) delete page[name]
  vi.useRealTimers()
})

const loaded = () => vi.advanceTimersByTimeAsync(0)

describe('followTool', () => {
  it('hands on what the tool says, and nothing that it only repeats', async () => {
    const { said, taken, start } = setUp('cookiebot')
    const { stop } = start('cookiebot')
    await loaded()
    expect(taken).toEqual([])
    for (const answer of ['granted', 'granted', 'denied', 'denied', 'granted'] as const) {
      said.category = answer
      said.tell()
    }
    const [yes, no] = [{ personalize: true, analytics: true }, { personalize: false, analytics: false }]
    expect(taken).toEqual([[yes, 'cookiebot'], [no, 'cookiebot'], [yes, 'cookiebot']])
    stop()
    expect(said.stopped).toBe(1)
  })

  it('asks again for ten seconds: a tool may be ready without saying so', async () => {
    const { said, taken, start } = setUp('onetrust')
    const { stop } = start('onetrust')
    await vi.advanceTimersByTimeAsync(5000)
    said.category = 'granted'
    await vi.advanceTimersByTimeAsync(5000)
    expect(taken).toHaveLength(1)
    await vi.advanceTimersByTimeAsync(5000)
    expect(vi.getTimerCount()).toBe(0)
    stop()
  })

  it('goes by the shop\'s own map', async () => {
    const { said, taken, start } = setUp({ source: 'google', map: { personalize: 'other', connectors: 'all' } })
    said.category = 'granted'
    start('google')
    await loaded()
    expect(taken).toEqual([[{ analytics: true, connectors: true }, 'google']])
  })

  it('finds the most telling tool of the page, and follows another one that comes late', async () => {
    page['dataLayer'] = [['consent', 'default', {}]]
    const { said, loaded: files, start } = setUp('auto')
    const { stop } = start('auto')
    await loaded()
    const script = document.createElement('script')
    page['Cookiebot'] = script
    await vi.advanceTimersByTimeAsync(1000)
    expect(files).toEqual(['google'])
    page['Cookiebot'] = { consent: {} }
    await vi.advanceTimersByTimeAsync(1000)
    expect([files, said.stopped]).toEqual([['google', 'cookiebot'], 1])
    stop()
  })

  it.each([
    ['cookiebot', 'Cookiebot', { consent: {} }], ['onetrust', 'OnetrustActiveGroups', ',C0001,'],
    ['shopify', 'Shopify', { loadFeatures() {} }],
    ['wordpress', 'wp_has_consent', () => true], ['google', 'dataLayer', [{ event: 'x' }, ['consent', 'default', {}]]],
  ])('finds %s by what it puts on the page', async (name, global, value) => {
    page[global] = value
    const { loaded: files, start } = setUp('auto')
    const { stop } = start('auto')
    await loaded()
    expect(files).toEqual([name])
    stop()
  })

  it('takes nothing else for a tool, and then lets a stored answer by hand count', async () => {
    for (const [global, value] of [['Cookiebot', document.createElement('script')], ['Shopify', {}], ['wp_has_consent', true], ['dataLayer', [null, { event: 'x' }]]] as const) page[global] = value
    const { loaded: files, believed, start } = setUp('auto')
    start('auto').stop()
    await loaded()
    expect(files).toEqual([])
    expect(believed()).toBe(1)
  })

  it('lets answers by hand count as far as the tool agrees, and at once where there may be none', async () => {
    const named = setUp('cookiebot')
    const following = named.start('cookiebot')
    await loaded()
    following.answer({ personalize: true }, 'shop')
    following.answer({ personalize: false }, 'shop')
    expect(
      named.taken.filter(([answers]) => Object.keys(answers as object).length > 0),
    ).toEqual([[{ personalize: false }, 'shop']])
    const auto = setUp('auto')
    auto.start('auto').answer({ personalize: true }, 'shop')
    expect(auto.taken).toEqual([[{ personalize: true }, 'shop']])
  })

  it('says that a file is missing, and has no answer then', async () => {
    const { warned, taken, start } = setUp('google')
    start('google', () => Promise.reject(new Error('404')))
    await loaded()
    expect([warned, taken]).toEqual([['file-missing'], []])
  })
})
