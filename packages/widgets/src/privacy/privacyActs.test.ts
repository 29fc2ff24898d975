// @vitest-environment page
import { describe, expect, it } from 'vitest'
import { fakeNow } from '../testing/fakeClient.ts'
import { fakePast } from '../testing/fakePrivacy.ts'
import { settle } from '../testing/mount.ts'
import { given, shown, switches, said, choose } from './testing/privacyPage.ts'

describe('what it may do', () => {
  it('are switches that say who said so and since when', async () => {
    given.client.consentNow.value = {
      personalize: 'granted', analytics: 'denied', connectors: 'unknown', source: 'shop', at: fakeNow - 86_400_000,
      since: { analytics: { source: 'shopper', at: fakeNow } },
    }
    const page = await shown()
    expect(switches(page).map(each => [each.textContent, each.getAttribute('aria-checked')])).toEqual([
      ['Remember and recommend', 'true'], ['Count visits', 'false'], ['Share with the shop’s tools', 'false'],
    ])
    expect(page.text()).toContain('On since yesterday, by your answer to the shop. Turning this off erases what is remembered.')
    expect(page.text()).toContain('Off since today, by you, here.')
    expect(page.text()).toContain('Not answered yet.')
  })

  it('act at once, and say what they did', async () => {
    const page = await shown()
    switches(page)[1]!.click()
    await settle()
    expect(given.log.answered).toEqual([{ analytics: true }])
    expect(said(page)).toBe('Count visits is on.')
    switches(page)[0]!.click()
    await settle()
    expect(given.log.answered.at(-1)).toEqual({ personalize: false })
    expect(page.text()).toMatch(/Erased from this browser at \d\d:\d\d\./)
  })

  it('do not pretend where the browser asks not to share', async () => {
    given.client.consentNow.value = {
      ...given.client.consentNow.value, connectors: 'denied', since: { connectors: { source: 'privacy-signal', at: fakeNow } },
    }
    const page = await shown()
    const share = switches(page)[2]!
    expect(share.getAttribute('aria-disabled')).toBe('true')
    expect(page.text()).toContain('Your browser asks sites not to share.')
    share.click()
    await settle()
    expect(given.log.answered).toEqual([])
  })

  it('leave a tool\'s no to the tool, and take its yes back', async () => {
    given.client.consentNow.value = {
      personalize: 'granted', analytics: 'denied', connectors: 'denied', source: 'cookiebot', at: fakeNow,
    }
    const page = await shown()
    expect(switches(page).map(each => each.getAttribute('aria-disabled'))).toEqual(['false', 'true', 'true'])
    expect(page.text()).toContain('Off since today, by Cookiebot. Cookiebot decides on this. Change it there.')
  })
})

describe('take or erase', () => {
  it('asks once before it erases, keeps at "Keep", and says when it is gone', async () => {
    const page = await shown()
    page.button('Erase everything').click()
    await settle()
    expect(page.find('dialog').textContent).toContain('This erases everything here for good, in all tabs.')
    page.button('Keep').click()
    await settle()
    expect(given.log.erased).toBe(0)
    expect(page.root.querySelector('dialog')).toBeNull()

    const heard: Event[] = []
    document.body.addEventListener('shopside:erased', event => heard.push(event))
    page.button('Erase everything').click()
    await settle()
    page.button('Erase').click()
    await settle()
    expect(given.log.erased).toBe(1)
    expect(heard).toHaveLength(1)
    expect(page.find('.lead').textContent).toBe('Nothing is remembered.')
    expect(page.find('.erased').textContent).toMatch(/^Erased from this browser at \d\d:\d\d\.$/)
    expect(said(page)).toBe(page.find('.erased').textContent)
  })

  it('erases without a question for somebody else who sits here', async () => {
    const page = await shown()
    page.button('This isn’t me').click()
    await settle()
    expect(given.log.erased).toBe(1)
    expect(page.text()).toMatch(/Erased from this browser at \d\d:\d\d\. This browser knows nobody now\./)
    expect(page.root.activeElement).toBe(page.find('.erased'))
  })

  it('says no more that it was erased once something is remembered again', async () => {
    const page = await shown()
    page.button('This isn’t me').click()
    await settle()
    given.log.past = fakePast({ views: 1, orders: 0, baskets: 0 })
    given.client.consentNow.value = { ...given.client.consentNow.value, personalize: 'granted' }
    await settle()
    expect(page.find('.lead').textContent).toContain('1 visit to a product')
    expect(page.root.querySelector('.erased')).toBeNull()
  })

  it('says where erasing failed, with the remedy', async () => {
    given.client.shop.erase = () => Promise.reject(new Error('erase-read-back'))
    const page = await shown()
    page.button('This isn’t me').click()
    await settle()
    expect(page.text()).toContain('Could not be erased. Clear this site in the browser’s settings.')
  })

  it('pauses until midnight and goes on', async () => {
    const page = await shown()
    page.button('Pause for today').click()
    await settle()
    expect(given.log.paused).toEqual([new Date(fakeNow).setHours(24, 0, 0, 0)])
    expect(page.text()).toContain('Paused until midnight. Nothing new is remembered.')
    page.button('Go on').click()
    await settle()
    expect(given.log.paused.at(-1)).toBeUndefined()
    expect(page.text()).not.toContain('Paused until')
  })

  it('shows what a copy holds before it is added', async () => {
    const page = await shown()
    await choose(page, '{"format":"shopside-export"}')
    expect(page.find('.copy').textContent).toContain('This copy holds 40 visits to products, 2 orders, 1 basket and 3 searches.')
    expect(page.text()).toContain('From 12 September to 18 November.')
    expect(page.text()).toContain('12 events are here already.')
    expect(page.text()).toContain('Older sums are left out, orders are not.')
    expect(given.log.imported).toEqual([])
    page.button('Add it here').click()
    await settle()
    expect(given.log.imported).toEqual([{ format: 'shopside-export' }])
    expect(said(page)).toBe('Added to what is remembered.')
    expect(page.root.querySelector('.copy')).toBeNull()
  })

  it.each([
    ['no JSON at all', '<html>', {}, 'This file cannot be read as a copy.'],
    ['of another shop', '{}', { refused: 'foreign', shop: 'other' } as const, 'This copy is of another shop: other.'],
    ['nothing of ours', '{}', { refused: 'not-a-copy' } as const, 'This is not a copy that Shopside saved.'],
    ['of one day', '{}', { known: 60, lastAt: Date.UTC(2011, 8, 12) }, 'All of it of 12 September.'],
    ['all here already', '{}', { known: 60 }, 'All of it is here already.'],
    ['here, or was taken back', '{}', { known: 50, forgotten: 10 }, '10 events were forgotten here, and stay so.'],
  ])('has nothing to add of a file that is %s, and says why', async (_, text, preview, sentence) => {
    Object.assign(given.log.preview, preview)
    const page = await shown()
    await choose(page, text)
    expect(page.find('.copy').textContent).toContain(sentence)
    expect(page.text()).not.toContain('Add it here')
    page.button('Close').click()
    await settle()
    expect(page.root.querySelector('.copy')).toBeNull()
    expect(page.root.activeElement).toBe(page.button('Load a copy'))
  })
})
