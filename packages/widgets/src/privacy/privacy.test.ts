// @vitest-environment page
import { describe, expect, it } from 'vitest'
import { fakeNow } from '../testing/fakeClient.ts'
import { fakePast } from '../testing/fakePrivacy.ts'
import { settle } from '../testing/mount.ts'
import { given, shown, state, labelled, switches, said } from './testing/privacyPage.ts'

describe('what it opens with', () => {
  it('says how much, how old and that nothing was sent, in the numbers it was given', async () => {
    const page = await shown()
    expect(state(page)).toBe('ready')
    expect(page.find('.lead').textContent).toBe('This browser remembers 214 visits to products, 3 orders and 1 basket. '
      + '38 kB, oldest 12 September. None of it was sent anywhere by Shopside.')
    expect(page.text()).toContain(
      'The shop has its own records of your orders. A server that sends pages and pictures can see which were asked for.',
    )
    expect(page.all('h2').map(heading => heading.textContent)).toEqual(
      ['What is remembered', 'What it thinks', 'What it may do', 'Take or erase'],
    )
  })

  it('says only what is there', async () => {
    given.log.past = fakePast({ views: 0, orders: 1, baskets: 0 })
    expect((await shown()).find('.lead').textContent).toMatch(/^This browser remembers 1 order\. /)
  })

  it('says that nothing is remembered, and still has the switches', async () => {
    given.log.past = undefined
    const page = await shown()
    expect(page.find('.lead').textContent).toBe('Nothing is remembered.')
    expect(switches(page)).toHaveLength(3)
    expect(page.text()).not.toContain('This isn’t me')
  })

  it('concludes nothing aloud where nothing is remembered yet', async () => {
    given.log.past = fakePast({ views: 0, orders: 0, baskets: 0, days: [], likings: [] })
    const page = await shown()
    expect(page.find('.lead').textContent).toMatch(/^Nothing is remembered\./)
    expect(page.all('h2').map(heading => heading.textContent)).toEqual(['What it may do', 'Take or erase'])
  })

  it('names the year where the day alone would be taken for a near one', async () => {
    given.log.past = fakePast({ oldestAt: fakeNow - 369 * 86_400_000 })
    expect((await shown()).find('.lead').textContent).toContain('oldest 6 December 2010.')
  })

  it('says where a browser does not store', async () => {
    given.log.mode = 'memory'
    const page = await shown()
    expect(page.text()).toContain('This browser does not let the page remember. Forgotten when you close this page.')
    expect(page.find('.lead').textContent).toMatch(/^This page remembers 214 visits/)
  })

  it('works without what is remembered, when that cannot be read', async () => {
    given.client.remembering = () => Promise.reject(new Error('gone'))
    const page = await shown()
    expect(state(page)).toBe('stale')
    expect(page.find('.lead').textContent).toBe('What is remembered cannot be read just now.')
    expect(switches(page)).toHaveLength(3)
  })

  it('is off where remembering was refused', async () => {
    given.client.consentNow.value = { ...given.client.consentNow.value, personalize: 'denied' }
    given.log.past = undefined
    expect(state(await shown())).toBe('off')
  })
})

describe('what is remembered', () => {
  it('has one line a thing under its day', async () => {
    const page = await shown()
    expect(page.all('h3').map(heading => heading.textContent)).toEqual(['today', 'yesterday', '1 December'])
    expect(page.all('[part="line"] > span').map(line => line.textContent)).toEqual([
      'Looked at Regency Cakestand Three Tier, twice', 'Put 2 Sixty Fairy Cake Cases in the basket', 'Searched for cake tins',
      'Opened 14 pages, 9 details noted', 'Ordered 5 things, £20.65', 'Said no to Party Bunting',
      'Looked at Pantry Cake Tins Set of Three',
    ])
  })

  it('says one detail as one', async () => {
    const day = fakePast().days[0]!
    given.log.past = fakePast({ days: [{ ...day, lines: [{ kind: 'pages', at: day.at, pages: 2, others: 1 }] }] })
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
    given.log.past = fakePast({ days: [{ ...day, lines: many }] })
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
    given.log.past = { ...past, days: [{ ...past.days[0]!, lines: past.days[0]!.lines.slice(1) }, ...past.days.slice(1)] }
    first.click()
    await settle()
    expect(given.log.forgotten).toEqual([{ items: ['22423'] }])
    expect(said(page)).toBe('Forgotten: Looked at Regency Cakestand Three Tier, twice.')
    expect(page.root.activeElement?.getAttribute('aria-label')).toBe('Forget: Put 2 Sixty Fairy Cake Cases in the basket')
  })

  it('forgets searches, orders and the pages of a day as such', async () => {
    const page = await shown()
    labelled(page, 'Forget: Searched for cake tins').click()
    labelled(page, 'Forget: Ordered 5 things, £20.65').click()
    labelled(page, 'Forget: Opened 14 pages, 9 details noted').click()
    await settle()
    expect(given.log.forgotten).toEqual([{ searchTerm: 'cake tins' }, { orderId: 'A-1' }, { pagesOf: fakePast().days[0]!.at }])
  })

  it('says that it did not work where the given.log breaks, and stays as it is', async () => {
    const page = await shown()
    given.client.remembering = () => Promise.reject(new Error('gone'))
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
    expect(given.log.forgotten).toEqual(
      [{ items: ['22423', '22720'], guess: 'category:Tea & Table' }, { guess: 'segment:returning' }],
    )
  })

  it('shows no segment that it has no sentence for', async () => {
    given.log.past = fakePast({ likings: [], segments: [{ id: 'at-risk' as 'lapsed', since: 0, because: [] }] })
    expect((await shown()).text()).toContain('Too little is known to think anything.')
  })
})
