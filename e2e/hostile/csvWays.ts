import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build, InputError } from '@shopside/cli'
import { decodeModel } from '@shopside/engine'
import type { HostileCase } from './corpus.ts'
import { visible } from './expected.ts'
import type { Verdicts } from './verdicts.ts'

const header = 'item_id,title,price\n'
const plain = Array.from({ length: 8 }, (_, n) => `plain${n},Plain ${n},1.00\n`).join('')

/** Each case through `shopside build`, and what its model then says; the dates as times of orders. */
export async function byCsv(cases: readonly HostileCase[], verdicts: Verdicts): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'shopside-hostile-'))
  const run = async (name: string, catalogue: string, orders?: string) => {
    const out = join(folder, `${name}-model`)
    writeFileSync(join(folder, `${name}.csv`), catalogue)
    if (orders !== undefined) writeFileSync(join(folder, `${name}-orders.csv`), orders)
    const report = await build(
      { catalogue: join(folder, `${name}.csv`), out, ...(orders !== undefined && { orders: join(folder, `${name}-orders.csv`) }) }
    )
    const manifest = JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8')) as { files: { model: { path: string } } }
    return { report, model: decodeModel(new Uint8Array(readFileSync(join(out, manifest.files.model.path)))) }
  }
  const keys = Reflect.ownKeys(Object.prototype).length
  try {
    for (const { id, input, expect } of cases.filter(({ kind }) => kind === 'csv')) {
      const text = String(input)
      const isWhole = id === 'C04' || id === 'C05'
      let complaint: string | undefined
      try {
        const { report, model } = await run(
          id, isWhole ? `${text}\n` : `${header}${plain}${text}\n${plain.replaceAll('plain', 'later')}`,
        )
        const sku = /^[^,;]*/.exec(text.split('\n').at(isWhole ? 1 : 0) ?? '')![0]
        const index = model.indexOf(sku)
        const title = index < 0 ? undefined : model.product(index).title
        if (expect.includes('drop')) complaint = index < 0 && report.catalogue!.refused.length > 0 ? undefined : `is read as ${title}`
        else if (index < 0) complaint = 'is not read'
        else if (id === 'C01' || id === 'C07') complaint = visible(text).includes(title!.replaceAll('"', '""'))
          || text.includes(title!) ? undefined : `is read as ${title}`
      } catch (error) {
        // A file that cannot be used is refused with a place and a remedy; anything else is a fault of ours.
        complaint = error instanceof InputError && (id === 'C05' || expect.includes('drop')) ? undefined : String(error)
      }
      verdicts.look(
        id, 'shopside build', Reflect.ownKeys(Object.prototype).length === keys ? complaint : 'changed Object.prototype',
      )
    }
    const dates = cases.filter(({ kind }) => kind === 'date')
    const good = Array.from({ length: 20 }, (_, n) => `G${n},plain${n % 8},2026-01-0${1 + n % 9},1\n`).join('')
    const bad = dates.map(({ id, input }) => `${id},plain0,${String(input)},1\n`).join('')
    const { report, model } = await run('dates', header + plain, `order_id,item_id,time,quantity\n${good}${bad}`)
    const isFuture = model.asOf > Date.now()
    for (const { id, expect } of dates) {
      verdicts.look(id, 'orders of the CLI', isFuture ? `makes the model as of ${model.asOf}`
        : expect.includes('drop-field') && report.orders!.refused.length === 0 ? 'no row was refused' : undefined)
    }
    for (const { id } of cases.filter(({ kind }) => kind === 'id')) {
      if (id === 'I15') verdicts.look(id, 'shopside build', undefined)
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
