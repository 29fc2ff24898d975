import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import { compileRules, emptyProfile, foldEvents, foldPlain, rule, segmentsAt, type Profile, type RuleProgram } from '@shopside/engine'
import { describe, expect, it } from 'vitest'
import { viewBatch } from '../testing/eventLogContract.ts'
import { compactLog } from './compactLog.ts'
import type { EventLog } from './eventLog.ts'
import { createIdbLog } from './idbLog.ts'
import { createMemoryLog } from './memoryLog.ts'
import { createConnection } from './useStore.ts'
import { withRules } from './withRules.ts'

Object.assign(globalThis, { IDBKeyRange })

const start = Date.UTC(2011, 11, 10, 9)
const minute = 60_000
const connection = () => createConnection('shopside', new IDBFactory(), (run: () => void, ms: number): unknown => setTimeout(run, ms))
const views = (atLeast: number, asOf: number): RuleProgram =>
  compileRules([{ id: 'keen', rule: rule.count('view_item').within('1d').atLeast(atLeast) }], { asOf })
const keen = (profile: Profile, program: RuleProgram, now: number) => segmentsAt({ profile, now }, program).memberships.find(({ id }) => id === 'keen')
const countOf = (profile: Profile): number => profile.watched!.states[0]!.n?.reduce((a, b) => a + b, 0) ?? 0

describe.each<[string, () => EventLog]>([
  ['memoryLog', () => createMemoryLog()], ['idbLog', () => createIdbLog(connection())],
])('%s, with rules', (_, create) => {
  it('counts for them in a tab that has never seen them, also what comes late', async () => {
    const log = create()
    const program = views(3, 1)
    await log.append(viewBatch(10, 'a', 1, 'x'))
    await log.fold(foldEvents, emptyProfile(program.watched))
    await log.append(viewBatch(20, 'a', 2, 'x'))
    await log.fold(foldEvents, emptyProfile())
    await log.append(viewBatch(5, 'slow', 1, 'x'))
    await log.append(viewBatch(5, 'slow', 1, 'x'))
    const profile = await log.fold(foldEvents, emptyProfile())
    expect(keen(profile, program, start + 30 * minute)).toMatchObject({ since: start + 20 * minute })
  })

  it('counts the whole log for the rules of a newer model, and keeps them when an older one asks', async () => {
    const log = create()
    for (let n = 1; n <= 4; n++) await log.append(viewBatch(n, 'a', n, 'x'))
    const [older, newer] = [views(3, 1), views(4, 2)]
    await log.fold(foldEvents, emptyProfile(older.watched))
    const profile = await log.fold(foldEvents, emptyProfile(newer.watched))
    expect(keen(profile, newer, start + 5 * minute)).toBeDefined()
    expect((await log.fold(foldEvents, emptyProfile(older.watched))).watched!.version).toBe(newer.watched.version)
  })
})

describe('compactLog, with rules', () => {
  const caps = { batches: 5, events: 10, ageMs: 90 * 864e5, bytes: 2e6 }
  const now = start + 100 * minute

  it('carries what they have counted into the base', async () => {
    const { store } = connection()
    const log = createIdbLog({ ...connection(), store })
    const program = views(20, 1)
    await log.fold(foldEvents, emptyProfile(program.watched))
    for (let n = 1; n <= 25; n++) {
      await log.append(viewBatch(n, 'a', n, 'x'))
      if (n % 5 === 0) await compactLog(store, foldEvents, emptyProfile(), now, caps)
    }
    const { base } = await log.read()
    expect(countOf(base!)).toBeGreaterThan(0)
    expect(countOf(await log.fold(foldEvents, emptyProfile()))).toBe(21)
  })

  it('lets a rule that the base lacks be exact from the base\'s end on, and says so', async () => {
    const { store } = connection()
    const log = createIdbLog({ ...connection(), store })
    for (let n = 1; n <= 25; n++) {
      await log.append(viewBatch(n, 'a', n, 'x'))
      if (n % 5 === 0) await compactLog(store, foldEvents, emptyProfile(), now, caps)
    }
    const few = compileRules([{ id: 'keen', rule: rule.count('view_item').within('1d').lessThan(20) }], { asOf: 1 })
    const profile = await log.fold(foldEvents, emptyProfile(few.watched))
    const { from } = profile.watched!.states[0]!
    expect(from).toBe(start + 15 * minute)
    expect(countOf(profile)).toBe(10)
    expect(keen(profile, few, now)).toMatchObject({ since: from })
  })
})

describe('withRules', () => {
  it('folds by the plain fold where no rules are counted, and with what counts them where there are', async () => {
    const log = createIdbLog(connection())
    const program = views(1, 1)
    await log.append(viewBatch(1, 'a', 1, 'x'))
    expect((await withRules(foldPlain, fold => log.fold(fold, emptyProfile()))).items['x']?.views).toBe(1)
    await log.append(viewBatch(2, 'a', 2, 'x'))
    const profile = await withRules(foldPlain, fold => log.fold(fold, emptyProfile(program.watched)))
    expect([profile.items['x']?.views, profile.watched!.states[0]!.t.length]).toEqual([2, 2])
  })
})
