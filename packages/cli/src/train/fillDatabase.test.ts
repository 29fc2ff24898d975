import { expect, it } from 'vitest'
import { createRefusals } from '../read/refusals.ts'
import { temporaryFolder, writeFile } from '../testing/smallShop.ts'
import { openDatabase } from './database.ts'
import { fillEvents } from './fillDatabase.ts'

it('events of one time keep the order of their file, which several threads read', async () => {
  // 20 MB: a thread of the counting engine takes 8 MB at a time.
  const rows = 100_000
  const visit = 'v'.repeat(180)
  const lines = Array.from({ length: rows }, (_, row) => `${visit},2011-11-10T08:26:30.000Z,${row * 7919 % rows}`)
  const file = writeFile(temporaryFolder(), 'events.csv', `session_id,timestamp,sku\n${lines.join('\n')}\n`)
  const database = await openDatabase({ threads: 4 })
  const { rows: read } = await fillEvents(database, file, { refused: createRefusals(), latest: Date.UTC(2012, 0) })
  expect(read).toBe(rows)
  const numbered = await database.numbers('SELECT CAST(item_id AS INTEGER) FROM event_input ORDER BY seq')
  expect(numbered.flat()).toEqual(Array.from({ length: rows }, (_, row) => row * 7919 % rows))
  expect(await database.numbers('SELECT DISTINCT at_ms FROM event_input')).toEqual([[Date.UTC(2011, 10, 10, 8, 26, 30)]])
  database.close()
})
