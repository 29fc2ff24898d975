import { describe, expect, it } from 'vitest'
import { whyOff } from './whyOff.ts'

const chrome = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36'

function pageWith(more: object = {}, userAgent: string = chrome): Window & typeof globalThis {
  const page: Record<string, unknown> = {
    navigator: { userAgent, webdriver: true }, location: { origin: 'https://shop.example' },
  }
  Object.defineProperties(page, Object.getOwnPropertyDescriptors(more))
  page['top'] ??= page
  return page as unknown as Window & typeof globalThis
}

describe('whyOff', () => {
  it('reads a shopper\'s page, and one that a shop\'s own tests drive', () => {
    expect(whyOff(pageWith(), undefined)).toBeUndefined()
    expect(whyOff(pageWith({}, chrome.replace('Chrome', 'HeadlessChrome')), true)).toBeUndefined()
    expect(
      whyOff(pageWith({}, chrome.replace('X11; Linux x86_64', 'Linux; Android 9; CUBOT X19 Build/PPR1')), true),
    ).toBeUndefined()
  })

  it.each([
    'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)',
    'Mozilla/5.0 (compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm)',
    'facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)',
    'Mozilla/5.0 (compatible; YandexBot/3.0; +http://yandex.com/bots)',
    'Mozilla/5.0 (compatible; Baiduspider/2.0; +http://www.baidu.com/search/spider.html)',
  ])('leaves the crawler %s alone', userAgent => expect(whyOff(pageWith({}, userAgent), true)).toBe('bot'))

  it('leaves frames alone, unless the shop wants its own one read', () => {
    const own = { location: { origin: 'https://shop.example' } }
    const foreign = { get location(): never { throw new DOMException('Blocked a frame', 'SecurityError') } }
    expect(whyOff(pageWith({ top: own }), undefined)).toBe('frame')
    expect(whyOff(pageWith({ top: own }), true)).toBeUndefined()
    expect(whyOff(pageWith({ top: foreign }), true)).toBe('frame')
  })

  it('leaves a theme editor alone, and believes no poisoned global', () => {
    expect(whyOff(pageWith({ Shopify: { designMode: true } }), true)).toBe('design-mode')
    expect(whyOff(pageWith({ Shopify: 'x' }), true)).toBeUndefined()
    expect(whyOff(pageWith({ get Shopify(): never { throw new Error('mine') } }), undefined)).toBeUndefined()
    expect(whyOff(pageWith(), false)).toBe('option')
  })
})
