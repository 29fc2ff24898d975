import { describe, expect, it } from 'vitest'
import { pageLocale } from './pageLocale.ts'

describe('pageLocale', () => {
  it.each([
    [['de-AT', 'en', 'fr'], 'de-AT'],
    [[undefined, 'en-gb'], 'en-GB'],
    [[undefined, '', 'nl'], 'nl'],
  ])('takes the first wish of %j', (wishes, tag) => {
    expect(pageLocale(...wishes)).toBe(tag)
  })

  it('mends "en_GB", which Intl would throw on', () => {
    expect(pageLocale('en_GB', 'fr')).toBe('en-GB')
  })

  it.each(['English (UK)', 'en-US@posix', '*', '{{ lang }}'])('passes over %j, which is no language tag', wish => {
    expect(pageLocale(wish, 'fr-CA')).toBe('fr-CA')
    expect(pageLocale(wish)).toBe('en')
  })
})
