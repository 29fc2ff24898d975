import { describe, expect, it } from 'vitest'
import { temporaryFolder, writeFile } from '../testing/smallShop.ts'
import type { InputRole } from './columns.ts'
import { recognise } from './format.ts'

const folder = temporaryFolder()
const headers = {
  catalogue: 'id,title,price,link', orders: 'order_id,sku,product_name,ordered_at,quantity',
  events: 'session_id,timestamp,event,sku',
  shopifyOrders: 'Id,Name,Email,Created at,Lineitem quantity,Lineitem name,Lineitem sku',
  shopifyProducts: 'Handle,Title,Variant SKU,Created At,Status', ownWords: 'ref,what,when',
  // A shop's own words for its visits tell of orders too, and its catalogue is in some order.
  flatEvents: 'session_id,timestamp,event,sku,transaction_id', sorted: 'id,name,order,price,created_at',
}
const ask = (name: keyof typeof headers, role: InputRole, named: ReadonlyMap<string, string> = new Map()): Promise<unknown> =>
  recognise(writeFile(folder, `${name}.csv`, `${headers[name]}\n`), role, { named }).then(({ title }) => title)

describe('a file that was given as something else', () => {
  it.each([
    ['orders', 'catalogue', 'orders', 'a catalogue'], ['catalogue', 'orders', 'a catalogue', 'orders'],
    ['events', 'catalogue', 'events', 'a catalogue'], ['events', 'orders', 'events', 'orders'],
    ['orders', 'events', 'orders', 'events'], ['catalogue', 'events', 'a catalogue', 'events'],
    ['shopifyOrders', 'catalogue', 'orders', 'a catalogue'], ['shopifyProducts', 'orders', 'a catalogue', 'orders'],
    ['sorted', 'orders', 'a catalogue', 'orders'],
  ] as const)('%s as %s is refused, and told where it belongs', async (name, role, found, wanted) => {
    await expect(ask(name, role)).rejects.toMatchObject({
      message: `holds ${found}, and was given as ${wanted}`,
      remedy: expect.stringContaining(`--${found === 'a catalogue' ? 'catalog' : found}, and ${wanted}`),
    })
  })

  it('is taken where it may be both, where nothing is plain, and where the shop names its columns', async () => {
    for (const [name, role] of [
      ['flatEvents', 'orders'], ['flatEvents', 'events'], ['sorted', 'catalogue'],
      ['ownWords', 'catalogue'], ['ownWords', 'orders'],
    ] as const) expect(await ask(name, role)).toBe('table')
    expect(await ask('orders', 'catalogue', new Map([['title', 'product_name']]))).toBe('table')
  })
})
