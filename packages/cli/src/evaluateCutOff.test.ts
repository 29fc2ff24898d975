import { describe, expect, it, vi } from 'vitest'
import { evaluate } from './evaluate.ts'
import type { EvaluateReport } from './evaluate.ts'
import type * as LearnShop from './learnShop.ts'
import type { Ran } from './testing/runMain.ts'
import { runMain } from './testing/runMain.ts'
import { smallCatalogue, smallOrders, temporaryFolder, writeFile } from './testing/smallShop.ts'

/** Until when the trainer reads order lines, whatever `evaluate` asks of it; undefined: as asked. */
const trainer = vi.hoisted((): { readsBefore: number | undefined } => ({ readsBefore: undefined }))

// The reader of the trainer with a hole in it: what the guard is there for. All else is the real thing.
vi.mock('./learnShop.ts', async importOriginal => {
  const real = await importOriginal<typeof LearnShop>()
  const learnShop: typeof real.learnShop = options => {
    const { seen } = options
    return real.learnShop(seen ? { ...options, seen: { ...seen, before: trainer.readsBefore ?? seen.before } } : options)
  }
  return { ...real, learnShop }
})

const folder = temporaryFolder()
const catalogue = writeFile(folder, 'catalogue.csv', smallCatalogue())
const orders = writeFile(folder, 'orders.csv', smallOrders())

const run = (readsBefore: number | undefined): Promise<Ran> => {
  trainer.readsBefore = readsBefore
  return runMain(
    'evaluate', '--catalog', catalogue, '--orders', orders, '--split', '2011-10-01', '--json', '--no-floorless',
    '--budget', 'unbounded',
  )
}

describe('the cut-off of evaluate', () => {
  it('lets figures out when training saw nothing of the test part', async () => {
    const { code, out } = await run(undefined)
    expect(code).toBe(0)
    const { newestTrainedAt, firstTestAt, questions, models } = JSON.parse(out) as EvaluateReport
    expect(newestTrainedAt).toBeLessThan(firstTestAt)
    // What JSON has no number for stands as a word.
    expect([questions, models[0]!.budgetBytes]).toEqual(['all', 'unbounded'])
  })

  it('ends with 1 and no figures when training saw one row as old as the first of the test, naming both', async () => {
    trainer.readsBefore = undefined
    const { firstTestAt, newestTrainedAt } = await evaluate({
      catalogue, orders, splitAt: Date.UTC(2011, 9, 1), withoutFloor: false, tune: false,
    })
    const first = new Date(firstTestAt).toISOString()
    const leaking = await run(firstTestAt + 1)
    expect([leaking.code, leaking.out]).toEqual([1, ''])
    expect(leaking.err).toContain(`training saw a row of ${first}, not older than the first test row (${first})`)
    expect(leaking.err).toContain('choose another split')
    // One millisecond earlier nothing of the test part is read.
    const tight = await run(firstTestAt)
    expect([tight.code, (JSON.parse(tight.out) as { newestTrainedAt: number }).newestTrainedAt]).toEqual([0, newestTrainedAt])
  })

  it('ends with 1 and no figures when training saw the whole test part', async () => {
    const { code, out, err } = await run(Infinity)
    expect([code, out]).toEqual([1, ''])
    expect(err).toMatch(/training saw a row of 2011-11-26T\S+, not older than the first test row \(2011-10-27T/)
  })
})
