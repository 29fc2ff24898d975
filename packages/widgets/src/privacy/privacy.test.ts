// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { connect } from '../connect.ts'
import { createFakeClient, fakeNow, type FakeClient } from '../testing/fakeClient.ts'
import { installFakeIntersection } from '../testing/fakeIntersection.ts'
import { fakePast, givePast, type FakeLog } from '../testing/fakePrivacy.ts'
import { mount, settle, type Mounted } from '../testing/mount.ts'
import './define.ts'

let client: FakeClient
let log: FakeLog
let disconnect: () => void

beforeEach(() => {
  installFakeIntersection()
  client = createFakeClient()
  log = givePast(client)
  disconnect = connect(client)
})
afterEach(async () => {
  document.body.replaceChildren()
  await settle()
  disconnect()
})

async function shown(): Promise<Mounted> {
  const mounted = mount('shopside-privacy', {}, 'Written by the shop')
  await settle()
  return mounted
}
const state = (mounted: Mounted): string | undefined => mounted.element.dataset['state']
const labelled = (mounted: Mounted, label: string): HTMLElement => {
  const found = mounted.all('button').find(button => button.getAttribute('aria-label') === label)
  if (!found) throw new Error(`no button is called "${label}"`)
  return found
}
const switches = (mounted: Mounted): HTMLElement[] => mounted.all('[role="switch"]')
const said = (mounted: Mounted): string => mounted.find('[role="status"]').textContent ?? ''

describe('what it opens with', () => {
  it('says how much, how old and that nothing was sent, in the numbers it was given', async () => {
    const page = await shown()
    expect(state(page)).toBe('ready')
    expect(page.find('.lead').textContent).toBe('This browser remembers 214 visits to products, 3 orders and 1 basket. '
      + '38 kB, oldest 12 September. None of it was sent anywhere by Shopside.')
    expect(page.text()).toContain('The shop has its own records of your orders. A server that sends pages and pictures can see which were asked for.')
    expect(page.all('h2').map(heading => heading.textContent)).toEqual(['What is remembered', 'What it thinks', 'What it may do', 'Take or erase'])
  })

  it('says only what is there', async () => {
    log.past = fakePast({ views: 0, orders: 1, baskets: 0 })
    expect((await shown()).find('.lead').textContent).toMatch(/^This browser remembers 1 order\. /)
  })

  it('says that nothing is remembered, and still has the switches', async () => {
    log.past = undefined
    const page = await shown()
    expect(page.find('.lead').textContent).toBe('Nothing is remembered.')
    expect(switches(page)).toHaveLength(3)
    expect(page.text()).not.toContain('This isn’t me')
  })

  it('concludes nothing aloud where nothing is remembered yet', async () => {
    log.past = fakePast({ views: 0, orders: 0, baskets: 0, days: [], likings: [] })
    const page = await shown()
    expect(page.find('.lead').textContent).toMatch(/^Nothing is remembered\./)
    expect(page.all('h2').map(heading => heading.textContent)).toEqual(['What it may do', 'Take or erase'])
  })

  it('names the year where the day alone would be taken for a near one', async () => {
    log.past = fakePast({ oldestAt: fakeNow - 369 * 86_400_000 })
    expect((await shown()).find('.lead').textContent).toContain('oldest 6 December 2010.')
  })

  it('says where a browser does not store', async () => {
    log.mode = 'memory'
    const page = await shown()
    expect(page.text()).toContain('This browser does not let the page remember. Forgotten when you close this page.')
    expect(page.find('.lead').textContent).toMatch(/^This page remembers 214 visits/)
  })

  it('works without what is remembered, when that cannot be read', async () => {
    client.remembering = () => Promise.reject(new Error('gone'))
    const page = await shown()
    expect(state(page)).toBe('stale')
    expect(page.find('.lead').textContent).toBe('What is remembered cannot be read just now.')
    expect(switches(page)).toHaveLength(3)
  })

  it('is off where remembering was refused', async () => {
    client.consentNow.value = { ...client.consentNow.value, personalize: 'denied' }
    log.past = undefined
    expect(state(await shown())).toBe('off')
  })
})

describe('what is remembered', () => {
  it('has one line a thing under its day', async () => {
    const page = await shown()
    expect(page.all('h3').map(heading => heading.textContent)).toEqual(['today', 'yesterday', '1 December'])
    expect(page.all('[part="line"] > span').map(line => line.textContent)).toEqual([
      'Looked at Regency Cakestand Three Tier, twice', 'Put 2 Sixty Fairy Cake Cases in the basket', 'Searched for cake tins',
      'Opened 14 pages, 9 details noted', 'Ordered 5 things, £20.65', 'Said no to Party Bunting', 'Looked at Pantry Cake Tins Set of Three',
    ])
  })

  it('says one detail as one', async () => {
    const day = fakePast().days[0]!
    log.past = fakePast({ days: [{ ...day, lines: [{ kind: 'pages', at: day.at, pages: 2, others: 1 }] }] })
    expect((await shown()).find('[part="line"] > span').textContent).toBe('Opened 2 pages, 1 detail noted')
  })

  it('shows older days when asked, and goes on reading there', async () => {
    const page = await shown()
    page.button('Show older').click()
    await settle()
    expect(page.all('h3')).toHaveLength(7)
    expect(page.root.activeElement).toBe(page.all('h3')[3])
    expect(page.text()).toContain('An order that you hid')
    expect(page.text()).not.toContain('Show older')
  })

  it('goes on at the first line that was shown just now', async () => {
    const day = fakePast().days[0]!
    const many = Array.from({ length: 10 }, (_, n) => ({ kind: 'searched' as const, at: day.at, term: `tea ${n}`, times: 1 }))
    log.past = fakePast({ days: [{ ...day, lines: many }] })
    const page = await shown()
    page.button('Show 2 more').click()
    await settle()
    expect(page.root.activeElement?.getAttribute('aria-label')).toBe('Forget: Searched for tea 8')
  })

  it('takes a line out, says so, and gives the focus to the next one', async () => {
    const page = await shown()
    const past = fakePast()
    const first = labelled(page, 'Forget: Looked at Regency Cakestand Three Tier, twice')
    first.focus()
    log.past = { ...past, days: [{ ...past.days[0]!, lines: past.days[0]!.lines.slice(1) }, ...past.days.slice(1)] }
    first.click()
    await settle()
    expect(log.forgotten).toEqual([{ items: ['22423'] }])
    expect(said(page)).toBe('Forgotten: Looked at Regency Cakestand Three Tier, twice.')
    expect(page.root.activeElement?.getAttribute('aria-label')).toBe('Forget: Put 2 Sixty Fairy Cake Cases in the basket')
  })

  it('forgets searches, orders and the pages of a day as such', async () => {
    const page = await shown()
    labelled(page, 'Forget: Searched for cake tins').click()
    labelled(page, 'Forget: Ordered 5 things, £20.65').click()
    labelled(page, 'Forget: Opened 14 pages, 9 details noted').click()
    await settle()
    expect(log.forgotten).toEqual([{ searchTerm: 'cake tins' }, { orderId: 'A-1' }, { pagesOf: fakePast().days[0]!.at }])
  })

  it('says that it did not work where the log breaks, and stays as it is', async () => {
    const page = await shown()
    client.remembering = () => Promise.reject(new Error('gone'))
    labelled(page, 'Forget: Searched for cake tins').click()
    await settle()
    expect(said(page)).toBe('That did not work. Try again.')
  })
})

describe('what it thinks', () => {
  it('is said in words, each with what it stands on', async () => {
    const text = (await shown()).text()
    expect(text).toContain('You mostly turn to Tea & Table.Because you looked 7 times and ordered twice: Regency Cakestand Three Tier, Pantry Cake Tins Set of Three.')
    expect(text).toContain('You often turn to Kitchen & Baking.')
    expect(text).toContain('You sometimes look at this kind: cakestand.')
    expect(text).toContain('You often order many at once.Because 3 orders held about 72 of each.')
    expect(text).not.toMatch(/bulk|returning|lapsed|risk/)
  })

  it('can be called wrong: a liking with its items, a segment as such', async () => {
    const page = await shown()
    labelled(page, 'That’s wrong: You mostly turn to Tea & Table.').click()
    labelled(page, 'That’s wrong: You have been here before.').click()
    await settle()
    expect(log.forgotten).toEqual([{ items: ['22423', '22720'], guess: 'category:Tea & Table' }, { guess: 'segment:returning' }])
  })

  it('shows no segment that it has no sentence for', async () => {
    log.past = fakePast({ likings: [], segments: [{ id: 'at-risk' as 'lapsed', since: 0, because: [] }] })
    expect((await shown()).text()).toContain('Too little is known to think anything.')
  })
})

describe('what it may do', () => {
  it('are switches that say who said so and since when', async () => {
    client.consentNow.value = {
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
    expect(log.answered).toEqual([{ analytics: true }])
    expect(said(page)).toBe('Count visits is on.')
    switches(page)[0]!.click()
    await settle()
    expect(log.answered.at(-1)).toEqual({ personalize: false })
    expect(page.text()).toMatch(/Erased from this browser at \d\d:\d\d\./)
  })

  it('do not pretend where the browser asks not to share', async () => {
    client.consentNow.value = { ...client.consentNow.value, connectors: 'denied', since: { connectors: { source: 'privacy-signal', at: fakeNow } } }
    const page = await shown()
    const share = switches(page)[2]!
    expect(share.getAttribute('aria-disabled')).toBe('true')
    expect(page.text()).toContain('Your browser asks sites not to share.')
    share.click()
    await settle()
    expect(log.answered).toEqual([])
  })

  it('leave a tool\'s no to the tool, and take its yes back', async () => {
    client.consentNow.value = { personalize: 'granted', analytics: 'denied', connectors: 'denied', source: 'cookiebot', at: fakeNow }
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
    expect(log.erased).toBe(0)
    expect(page.root.querySelector('dialog')).toBeNull()

    const heard: Event[] = []
    document.body.addEventListener('shopside:erased', event => heard.push(event))
    page.button('Erase everything').click()
    await settle()
    page.button('Erase').click()
    await settle()
    expect(log.erased).toBe(1)
    expect(heard).toHaveLength(1)
    expect(page.find('.lead').textContent).toBe('Nothing is remembered.')
    expect(page.find('.erased').textContent).toMatch(/^Erased from this browser at \d\d:\d\d\.$/)
    expect(said(page)).toBe(page.find('.erased').textContent)
  })

  it('erases without a question for somebody else who sits here', async () => {
    const page = await shown()
    page.button('This isn’t me').click()
    await settle()
    expect(log.erased).toBe(1)
    expect(page.text()).toMatch(/Erased from this browser at \d\d:\d\d\. This browser knows nobody now\./)
    expect(page.root.activeElement).toBe(page.find('.erased'))
  })

  it('says no more that it was erased once something is remembered again', async () => {
    const page = await shown()
    page.button('This isn’t me').click()
    await settle()
    log.past = fakePast({ views: 1, orders: 0, baskets: 0 })
    client.consentNow.value = { ...client.consentNow.value, personalize: 'granted' }
    await settle()
    expect(page.find('.lead').textContent).toContain('1 visit to a product')
    expect(page.root.querySelector('.erased')).toBeNull()
  })

  it('says where erasing failed, with the remedy', async () => {
    client.shop.erase = () => Promise.reject(new Error('erase-read-back'))
    const page = await shown()
    page.button('This isn’t me').click()
    await settle()
    expect(page.text()).toContain('Could not be erased. Clear this site in the browser’s settings.')
  })

  it('pauses until midnight and goes on', async () => {
    const page = await shown()
    page.button('Pause for today').click()
    await settle()
    expect(log.paused).toEqual([new Date(fakeNow).setHours(24, 0, 0, 0)])
    expect(page.text()).toContain('Paused until midnight. Nothing new is remembered.')
    page.button('Go on').click()
    await settle()
    expect(log.paused.at(-1)).toBeUndefined()
    expect(page.text()).not.toContain('Paused until')
  })

  it('shows what a copy holds before it is added', async () => {
    const page = await shown()
    await choose(page, '{"format":"shopside-export"}')
    expect(page.find('.copy').textContent).toContain('This copy holds 40 visits to products, 2 orders and 3 searches.')
    expect(page.text()).toContain('From 12 September to 18 November.')
    expect(page.text()).toContain('12 events are here already.')
    expect(page.text()).toContain('Older sums are left out, orders are not.')
    expect(log.imported).toEqual([])
    page.button('Add it here').click()
    await settle()
    expect(log.imported).toEqual([{ format: 'shopside-export' }])
    expect(said(page)).toBe('Added to what is remembered.')
    expect(page.root.querySelector('.copy')).toBeNull()
  })

  it.each([
    ['no JSON at all', '<html>', {}, 'This file cannot be read as a copy.'],
    ['of another shop', '{}', { refused: 'foreign', shop: 'other' } as const, 'This copy is of another shop: other.'],
    ['nothing of ours', '{}', { refused: 'not-a-copy' } as const, 'This is not a copy that Shopside saved.'],
    ['all here already', '{}', { known: 60 }, 'All of it is here already.'],
    ['here, or was taken back', '{}', { known: 50, forgotten: 10 }, '10 events were forgotten here, and stay so.'],
  ])('has nothing to add of a file that is %s, and says why', async (_, text, preview, sentence) => {
    Object.assign(log.preview, preview)
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

/** Drops a file on the page, as a shopper would. */
async function choose(page: Mounted, text: string): Promise<void> {
  const drop = new Event('drop', { cancelable: true })
  Object.assign(drop, { dataTransfer: { files: [new File([text], 'copy.json')] } })
  page.find('.take').dispatchEvent(drop)
  await settle()
  await settle()
}
