import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { evaluate } from './evaluate.ts'
import { runMain } from './testing/runMain.ts'
import { temporaryFolder, writeFile } from './testing/smallShop.ts'
import { habits, makeVisits } from './tune/testing/habits.ts'

const folder = temporaryFolder()
const dayMs = 864e5
/** 400 visits, forty a day from 1 March 2011 on. */
const rows = makeVisits({ ...habits['many repeats']!, items: 60, visits: 400 }, 1).flatMap((items, visit) => items.map((item, place) =>
  `v${visit},${new Date(Date.UTC(2011, 2, 1) + visit * dayMs / 40 + place * 1000).toISOString()},view,S${String(item).padStart(2, '0')}`))
const csv = (lines: string[]): string => `session_id,timestamp,event,sku\n${lines.join('\n')}\n`
const events = writeFile(folder, 'events.csv', csv(rows))
const splitAt = Date.UTC(2011, 2, 10)

describe('evaluate on visits', () => {
  it('asks the written model and all that it has to beat the same questions, and trains on none of them', async () => {
    const report = await evaluate({ events, splitAt, tune: false })
    const { methods, trainVisits, testVisits, cutVisits } = report.events!
    expect([trainVisits + cutVisits, testVisits]).toEqual([360, 40])
    expect(report.newestTrainedAt).toBeLessThan(report.firstTestAt)
    expect(new Set(methods.map(({ figures }) => figures.prefixes)).size).toBe(1)
    const figures = new Map(methods.map(({ method, figures }) => [method.replace(/ with reminders.*/, '+R'), figures]))
    expect([...figures.keys()]).toEqual([
      'popularity', 'session popularity', 'SR', 'V-SKNN', 'STAN', 'V-STAN', 'V-STAN+R', '300 kB, floor 2', '300 kB, floor 1',
    ])
    const ours = figures.get('300 kB, floor 2')!
    expect(ours.hit20).toBeGreaterThan(figures.get('popularity')!.hit20)
    expect(ours.mrr20).toBeGreaterThan(figures.get('SR')!.mrr20)
  })

  it('takes a file of test visits, and refuses one that is not newer than the training', async () => {
    const [early, late] = [
      rows.filter(row => row.split(',')[1]! < '2011-03-10'), rows.filter(row => row.split(',')[1]! >= '2011-03-10'),
    ]
    const train = writeFile(folder, 'train.csv', csv(early))
    const testEvents = writeFile(folder, 'test.csv', csv(late))
    const report = await evaluate({ events: train, testEvents, baselines: false, withoutFloor: false, tune: false })
    expect(report.events!.testVisits).toBe(40)
    await expect(evaluate({ events: testEvents, testEvents: train, baselines: false })).rejects.toThrow(
      'no visits before the split',
    )
  })

  it('ranks through the command line as it evaluates: seen items where the reminders put them, one line a line', async () => {
    const model = `${folder}/model`
    expect((await runMain('build', '--events', events, '--out', model, '--quiet')).code).toBe(0)
    const contexts = writeFile(
      folder, 'contexts.jsonl', '["S01","S02"]\n\n["nothing known"]\n{"basket":["S01"]}\n{"orders":[["S01"],["S02"]]}\n',
    )
    const { code, out } = await runMain('rank', '--model', model, '--contexts', contexts, '--limit', '5')
    expect(code).toBe(0)
    const lists = out.trim().split('\n').map(line => JSON.parse(line) as string[])
    expect(lists.map(list => list.length)).toEqual([5, 5, expect.any(Number), expect.any(Number)])
    expect(lists[0]).toContain('S01')
    expect(new Set(lists[0]).size).toBe(5)
  })

  it('reads contexts with a byte order mark or packed, and ids that are numbers as far as JSON keeps their digits', async () => {
    const rank = async (...argv: string[]): Promise<{ code: number; out: string; err: string }> =>
      runMain('rank', '--model', `${folder}/model`, '--limit', '3', ...argv)
    const plain = await rank('--contexts', writeFile(folder, 'plain.jsonl', '["S01"]\n[7]'))
    const marked = await rank('--contexts', writeFile(folder, 'marked.jsonl', '\ufeff["S01"]\r\n[7]\r\n'))
    const packed = await rank('--contexts', writeFile(folder, 'packed.jsonl.gz', gzipSync('["S01"]\n[7]\n')))
    expect(plain.out.split('\n').length).toBe(3)
    expect([marked, packed]).toEqual([plain, plain])
    const long = await rank('--contexts', writeFile(folder, 'long.jsonl', '[12345678901234567890]'))
    expect(long.err).toContain('is no visit')
    expect((await rank('--contexts', `${folder}/plain.jsonl`, '--strategy', 'nxt')).err).toMatch(
      /--strategy "nxt" is none[^]*one of: for-you, /,
    )
    expect((await rank('--contexts', `${folder}/none.jsonl`)).err).toContain('none.jsonl: no such file')
  })

  it('names the line of a context that is none', async () => {
    const contexts = writeFile(folder, 'bad.jsonl', '["S01"]\n{"visit":3}\n')
    const { code, err } = await runMain('rank', '--model', `${folder}/model`, '--contexts', contexts)
    expect(code).toBe(1)
    expect(err).toMatch(/bad\.jsonl:2: .* is no visit, basket or orders/)
  })
})
