import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { bin } from '../build/bin.ts'
import { run } from '../build/run.ts'

const count = 40
const dayMs = 86_400_000
const words = ['Jug', 'Bowl', 'Tray', 'Tin', 'Lamp', 'Clock', 'Basket', 'Candle']

/** Id of a thing by its number, 0 to 39. */
export const clickItem = (number: number): string => `S${String(number).padStart(2, '0')}`

/** Title of a thing by its number. */
export const clickTitle = (number: number): string => `${words[number % words.length]} Number ${number}`

const stamp = (at: number): string => new Date(at).toISOString()

/** 40 things at £5.00, all in stock, of a feed of this moment. */
function catalogue(now: number): string {
  const rows = Array.from({ length: count }, (_, number) => [
    clickItem(number), clickTitle(number), '5.00', 'GBP', stamp(now), 'Home', 'in stock', `/product/${clickItem(number)}`,
    `/pictures/${clickItem(number)}.svg`,
  ].join(','))
  return `${['item_id,title,price,currency,price_at,category,availability,link,image_link', ...rows].join('\n')}\n`
}

/** Eight visits that look at things 0 to 3 and then buy 10 to 12, the last of them today. */
function events(now: number): string {
  const rows = Array.from({ length: 8 }, (_, visit) => {
    const at = now - (7 - visit) * dayMs - 60_000
    const did = [...[0, 1, 2, 3].map(number => ['view_item', number]), ...[10, 11, 12].map(number => ['purchase', number])]
    return did.map(([name, number], place) =>
      `v${visit},${stamp(at + place * 5000)},${name},${clickItem(Number(number))},c${visit}`)
  })
  return `${['session_id,timestamp,event,sku,customer_id', ...rows.flat()].join('\n')}\n`
}

/** Eight orders of things 20 to 24 together. */
function orders(now: number): string {
  const rows = Array.from({ length: 8 }, (_, order) =>
    [20, 21, 22, 23, 24].map(number => `o${order},${clickItem(number)},${stamp(now - (order + 1) * dayMs)},c${order},1`))
  return `${['order_id,item_id,time,customer_id,quantity', ...rows.flat()].join('\n')}\n`
}

/**
 * Builds the model of a small shop with clicks and orders by the CLI, as a shop would.
 *
 * @param folder a new one; the model goes to `model/` in it
 * @throws Error with the CLI's own words when it fails
 */
export async function buildClickShop(folder: string, now: number): Promise<string> {
  const files = Object.entries({ catalog: catalogue(now), events: events(now), orders: orders(now) }).flatMap(([name, text]) => {
    const path = join(folder, `${name}.csv`)
    writeFileSync(path, text)
    return [`--${name}`, path]
  })
  const out = join(folder, 'model')
  const { code, output } = await run(bin('tsx'), [
    '--conditions=shopside-source', 'packages/cli/src/bin.ts', 'build', ...files, '--out', out, '--quiet',
  ])
  if (code !== 0) throw new Error(`The model could not be built.\n${output}`)
  return out
}
