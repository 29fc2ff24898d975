import { describe, expect, it } from 'vitest'
import { readReferrer } from './referrer.ts'
import { readSearchTerm } from './searchTerm.ts'

describe('readReferrer', () => {
  it('keeps the host of where the shopper came from, the campaign, and the names of click ids', () => {
    expect(readReferrer(
      'https://shop.example/p/1?utm_source=news&utm_medium=email&utm_campaign=autumn&gclid=EAIaIQob&fbclid=IwAR2',
      'https://www.google.com/search?q=x',
    )).toEqual(
      { referrer_host: 'www.google.com', source: 'news', medium: 'email', campaign: 'autumn', click_ids: 'fbclid gclid' },
    )
  })

  it('keeps nothing of the shop\'s own pages, of broken addresses, and nothing that names a person', () => {
    expect(readReferrer('https://shop.example/', 'https://shop.example/p/1')).toEqual({})
    expect(
      readReferrer('https://shop.example/', 'android-app://com.google.android.gm/'),
    ).toEqual({ referrer_host: 'com.google.android.gm' })
    expect(readReferrer('https://shop.example/', '')).toEqual({})
    expect(
      readReferrer('https://shop.example/?utm_campaign=jane%40example.com&utm_source=%2B49170123456', 'nonsense'),
    ).toEqual({})
    expect(JSON.stringify(readReferrer('https://shop.example/?gclid=secret-value', ''))).not.toContain('secret')
  })
})

describe('readSearchTerm', () => {
  it.each([
    ['https://s.example/search?q=cake+stand', 'cake stand'],
    ['https://s.example/catalogsearch/result/?q=cakestand', 'cakestand'],
    ['https://s.example/de/suche?search=Tortenplatte', 'Tortenplatte'],
    ['https://s.example/recherche?query=th%C3%A9', 'thé'],
    ['https://s.example/search/results.html?k=mug', 'mug'],
    ['https://s.example/?s=mug&post_type=product', 'mug'],
    ['https://s.example/shop/?s=mug&post_type=product', 'mug'],
  ])('reads the term of %s', (address, term) => expect(readSearchTerm(address)).toBe(term))

  it.each([
    'https://s.example/p/1?q=mug', 'https://s.example/account?s=mug', 'https://s.example/research?q=mug',
    'https://s.example/search?page=2',
    'https://s.example/search?q=', 'https://s.example/search?q=jane%40example.com',
  ])('reads none from %s', address => expect(readSearchTerm(address)).toBeUndefined())

  it('goes by the parameter that the shop names, on any page', () => {
    expect(readSearchTerm('https://s.example/p/1?wonach=mug', 'wonach')).toBe('mug')
    expect(readSearchTerm('https://s.example/search?q=mug', 'wonach')).toBeUndefined()
  })
})
