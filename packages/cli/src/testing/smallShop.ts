import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A new folder for one test. */
export function temporaryFolder(): string {
  return mkdtempSync(join(tmpdir(), 'shopside-test-'))
}

/** Writes a file into `folder` and returns its path. */
export function writeFile(folder: string, name: string, text: string | Uint8Array): string {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}

/** A catalogue of `size` products named by kind, design and colour; every tenth is out of stock, the last three are new. */
export function smallCatalogue(size = 40): string {
  const kinds = ['mug', 'bowl', 'tea towel', 'tin']
  const designs = ['retrospot', 'paisley', 'woodland', 'regency', 'pantry']
  const rows = Array.from({ length: size }, (_, i) => [
    `P${String(i).padStart(3, '0')}`, `${designs[i % 5]} ${kinds[i % 4]} no ${i}`, (1 + i * 0.25).toFixed(2), 'GBP',
    i % 2 ? 'Kitchen' : 'Tea & Table', kinds[i % 4], designs[i % 5], i % 10 === 9 ? 'out of stock' : 'in stock',
    i >= size - 3 ? '2011-11-20' : '2011-01-05', `/p/P${String(i).padStart(3, '0')}`,
  ].join(','))
  return `${['item_id,title,price,currency,category,kind,motif,availability,first_sold,link', ...rows].join('\n')}\n`
}

/**
 * Orders of 60 customers and some guests over a year: neighbours (P000 and P001, P002 and P003 …) are bought together by many,
 * P000 comes back every 30 days, P030 and P031 were bought together by two customers only, and one guest took 50,000 pieces of
 * P020.
 */
export function smallOrders(): string {
  const rows: string[] = []
  let order = 0
  const place = (customer: string, day: number, items: [string, number][]): void => {
    order++
    const date = new Date(Date.UTC(2010, 11, 1) + day * 864e5 + order % 600 * 6e4).toISOString().slice(0, 16)
    for (const [item, quantity] of items) rows.push(`O${order},${item},${date},${customer},${quantity}`)
  }
  const id = (number: number): string => `P${String(number).padStart(3, '0')}`
  for (let customer = 0; customer < 60; customer++) {
    for (let visit = 0; visit < 5; visit++) {
      const pair = (customer + visit) % 12 * 2
      const day = 20 + visit * 65 + customer % 20
      const third: [string, number][] = customer % 3 ? [] : [[id((pair * 7 + 5) % 30), 1]]
      place(`C${customer}`, day, [[id(pair), 2], [id(pair + 1), 1], ...third])
    }
    if (customer < 8) for (let month = 0; month < 6; month++) place(`C${customer}`, 180 + month * 30, [['P000', 4]])
    if (customer % 4 === 0) place('', 350 + customer % 8, [['P004', 1], ['P005', 1]])
  }
  for (const customer of ['C1', 'C2']) place(customer, 300, [['P030', 1], ['P031', 1]])
  place('', 360, [['P020', 50000]])
  place('C3', 355, [['GONE', 1], ['P006', 1]])
  return `${['order_id,item_id,time,customer_id,quantity', ...rows].join('\n')}\n`
}

/** `rows` after the header in another order: always the same other order. */
export function shuffled(csv: string): string {
  const [header, ...rows] = csv.trimEnd().split('\n')
  const keyed = rows.map((row, i) => ({ row, key: Math.imul(i + 1, 2654435761) >>> 0 }))
  return `${[header, ...keyed.sort((a, b) => a.key - b.key).map(({ row }) => row)].join('\n')}\n`
}
