import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { runMain } from './testing/runMain.ts'
import { smallCatalogue, temporaryFolder, writeFile } from './testing/smallShop.ts'

const folder = temporaryFolder()
const rules = writeFile(folder, 'rules.json', JSON.stringify([
  { id: 'keen', sentence: 'You are looking around', rule: { event: 'view_item', within: '7d', op: '>=', value: 2 } },
]))
const log = writeFile(folder, 'log.ndjson', [
  '["view_item", {"items": [{"item_id": "P001"}]}, "2026-05-10T08:00:00Z"]',
  '{"name": "view_item", "params": {"items": [{"item_id": "P002"}]}, "at": 1778572800000}',
  '["quiz_finished", {"score": 3}, "2026-05-12T09:00:00Z"]',
  '["view_item", {"items": [{"item_id": "P003"}]}, "2026-06-30T08:00:00Z"]',
].join('\n'))

describe('shopside segments', () => {
  it('prints the memberships of a log at a moment, since when, and why', async () => {
    const { code, out, err } = await runMain('segments', '--rules', rules, '--log', log, '--at', '2026-05-13T08:00:00Z')
    expect([code, err]).toEqual([0, ''])
    expect(out).toContain('keen  since 2026-05-12T08:00:00.000Z  "You are looking around"')
    expect(out).toContain('events: event view_item, within 7d, op >=, agg count, than 2, holds true, value 2')
    expect(out).toContain('visitor  since')
  })

  it('judges windows to the millisecond', async () => {
    const hour = writeFile(folder, 'hour.json', '[{"id": "keen", "rule": {"event": "quiz_finished", "within": "1h", "op": ">=", "value": 1}}]')
    const exact = writeFile(folder, 'exact.ndjson', '["quiz_finished", {}, "2026-05-10T08:00:00.900Z"]')
    const at = async (time: string): Promise<string> => (await runMain('segments', '--rules', hour, '--log', exact, '--at', time)).out
    expect(await at('2026-05-10T09:00:00.899Z')).toContain('keen  since 2026-05-10T08:00:00.900Z')
    expect(await at('2026-05-10T09:00:00.9Z')).not.toContain('keen')
  })

  it('takes the rules that build put into the norms', async () => {
    const out = temporaryFolder()
    const catalogue = writeFile(folder, 'catalogue.csv', smallCatalogue())
    expect((await runMain('build', '--catalog', catalogue, '--rules', rules, '--out', out, '--quiet')).err).toBe('')
    const norms = readdirSync(out).find(name => name.startsWith('norms.'))!
    expect(JSON.parse(readFileSync(join(out, norms), 'utf8')).segments[0].id).toBe('keen')
    const { out: text } = await runMain('segments', '--norms', out, '--log', log, '--at', '2026-05-13', '--json')
    expect(JSON.parse(text).memberships.map(({ id }: { id: string }) => id)).toContain('keen')
  })

  it.each([
    ['[{"id": "a", "rule": {"all": [{"fact": "orders.count", "op": "=>", "value": 1}]}}]', 'segments[0].rule.all[0].op: "=>" is no way to compare this'],
    ['[{"id": ', 'is no JSON'],
  ])('refuses rules such as %s, with the path to the fault', async (text, words) => {
    const wrong = writeFile(folder, 'wrong.json', text)
    const { code, err } = await runMain('segments', '--rules', wrong, '--log', log, '--at', '2026-05-13')
    expect(code).toBe(1)
    expect(err).toContain(words)
  })

  it('takes an empty log for somebody who has done nothing yet', async () => {
    const { code, out } = await runMain('segments', '--rules', rules, '--log', writeFile(folder, 'none.ndjson', ''), '--at', '2026-05-13')
    expect(code).toBe(0)
    expect(out).toContain('visitor  since 2026-05-13')
    expect(out).not.toContain('keen')
  })

  it('takes lines in their order, whatever ids another system gave them, and each id once', async () => {
    const bought = writeFile(folder, 'bought.json', JSON.stringify([
      { id: 'keen', rule: { seq: [{ event: 'quiz_begun' }, { event: 'quiz_finished' }], within: '1h' } },
      { id: 'twice', rule: { event: 'quiz_finished', op: '>=', value: 2 } },
    ]))
    const lines = ['9f quiz_begun 08:00', '1a quiz_finished 08:10', '1a quiz_finished 08:10', '- quiz_left 08:20'].map(line => line.split(' '))
    const foreign = writeFile(folder, 'foreign.ndjson', lines.map(([id, name, time]) =>
      JSON.stringify({ ...(id !== '-' && { id }), name, params: {}, at: `2026-05-10T${time}:00Z` })).join('\n'))
    const { out } = await runMain('segments', '--rules', bought, '--log', foreign, '--at', '2026-05-13')
    expect(out).toContain('keen  since 2026-05-10T08:10:00.000Z')
    expect(out).not.toContain('twice')
  })

  it('names the line of a log that is no event', async () => {
    const wrong = writeFile(folder, 'wrong.ndjson', '["view_item", {"items": [{"item_id": "a"}]}, "2026-05-10"]\n["view_item", {}, "2026-05-10"]\n')
    const { err } = await runMain('segments', '--rules', rules, '--log', wrong, '--at', '2026-05-13')
    expect(err).toContain('wrong.ndjson:2: view_item without items')
  })
})
