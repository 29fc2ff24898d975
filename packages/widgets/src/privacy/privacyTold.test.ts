// @vitest-environment page
import { describe, expect, it } from 'vitest'
import { fakeNow } from '../testing/fakeClient.ts'
import { fakePast } from '../testing/fakePrivacy.ts'
import { given, labelled, shown } from './testing/privacyPage.ts'

const day = 86_400_000

describe('what the shop\'s own rules conclude', () => {
  it('is said by its sentence, or by its reasons alone, each with a way to say no', async () => {
    const fact = { kind: 'events', event: 'purchase', agg: 'count', op: '>=', value: 3, than: 3, holds: true } as const
    given.log.past = fakePast({ likings: [], segments: [
      { id: 'vip', since: fakeNow, sentence: 'You have been kind to us.', because: [fact, fact] },
      { id: 'x-17', since: fakeNow, because: [{ kind: 'fact', fact: 'cart.value', op: '>', value: 30, than: 20, holds: true }] },
    ] })
    const page = await shown()
    expect(page.all('[part="thought"] p').map(line => line.textContent)).toEqual([
      'You have been kind to us.', 'You ordered 3 times as far as is remembered.',
      'The shop shows you something of its own.', 'Because of what is in your basket.',
    ])
    expect(page.text()).not.toMatch(/vip|x-17/)
    labelled(page, 'That’s wrong: You have been kind to us.').click()
    await expect.poll(() => given.log.forgotten).toEqual([{ guess: 'segment:vip' }])
  })
})

describe('what the shopper told', () => {
  it('stands there in their words, and can be taken back', async () => {
    given.log.past = fakePast({ declared: [
      { name: 'name', value: 'Ada', at: fakeNow }, { name: 'birthday', value: '02-29', at: fakeNow }, { name: 'has_cat', value: true, at: fakeNow },
    ] })
    const page = await shown()
    expect(page.all('[part="told"] p').map(line => line.textContent)).toEqual(
      ['You said your name: Ada', 'You said your birthday: 29 February', 'You said has_cat: Yes'])
    labelled(page, 'Forget: You said your name: Ada').click()
    await expect.poll(() => given.log.forgotten).toEqual([{ fact: 'name' }])
  })
})

describe('what is expected', () => {
  it('is told as figures with their horizon, without a label and without a chance that somebody is gone', async () => {
    given.log.past = fakePast({ expected: {
      orders: { expected: 2.134, horizonDays: 90 }, value: { amount: 60.5, currency: 'GBP', horizonDays: 364, annualRate: 0.1 },
      needs: [{ title: 'Sixty Fairy Cake Cases', dueAt: fakeNow - day }, { title: 'Jam Jar', dueAt: fakeNow + 4 * day }],
    } })
    const lines = (await shown()).all('[part="expected"] p:not(.muted)').map(line => line.textContent)
    expect(lines).toEqual([
      'Sixty Fairy Cake Cases may be needed again now.', expect.stringMatching(/^Jam Jar may be needed again about \d+ \w+\.$/),
      'Orders expected in 90 days: about 2.1.', 'Expected to be spent in 364 days: about £61.',
    ])
  })
})
