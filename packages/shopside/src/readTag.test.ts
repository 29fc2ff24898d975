import { describe, expect, it } from 'vitest'
import { readTag } from './readTag.ts'

describe('the attributes of the script tag', () => {
  it('leave everything to the defaults when there are none', () => expect(readTag({})).toEqual({}))

  it('give the options of the same name', () => {
    expect(readTag({
      model: '/shopside/model', consent: 'cookiebot', currency: 'GBP', locale: 'en-GB', shop: 'tea', capture: 'on',
      orderStatus: '/orders/{order}.json', hosts: 'cdn.example.net, img.example.net', live: '/api/price/{ids}', market: 'GB',
      shopside: '', platform: 'off',
    })).toEqual({
      model: '/shopside/model/', consent: 'cookiebot', currency: 'GBP', locale: 'en-GB', shop: 'tea', capture: true,
      orderStatus: '/orders/{order}.json', hosts: ['cdn.example.net', 'img.example.net'], live: '/api/price/{ids}', market: 'GB',
    })
  })

  it('name the data layer, or turn reading off, which wins', () => {
    expect(readTag({ layer: 'gtmLayer' })).toEqual({ capture: { dataLayer: 'gtmLayer' } })
    expect(readTag({ capture: 'off', layer: 'gtmLayer' })).toEqual({ capture: false })
  })

  it('leave what is empty to the default', () => {
    expect(readTag({ consent: '', currency: '', locale: '', shop: '', capture: '', layer: '', orderStatus: '' })).toEqual({})
  })
})
