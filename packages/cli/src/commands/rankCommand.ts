import { defineCommand } from 'citty'
import type { CommandDef } from 'citty'
import { readFolder } from '../evaluate/readFolder.ts'
import { InputError } from '../inputError.ts'
import type { Output } from '../main.ts'
import type { RankInput } from '../rank.ts'
import { rank } from '../rank.ts'
import { readText } from '../read/readText.ts'
import { readCount, readStrategy } from './readOptions.ts'

const args = {
  model: { type: 'string', required: true, description: 'folder that build wrote', valueHint: 'DIR' },
  contexts: {
    type: 'string', required: true, valueHint: 'FILE',
    description: 'a line each: ["id", …] of a running visit, oldest first; {"basket": ["id", …]}; {"orders": [["id", …], …]}',
  },
  limit: { type: 'string', default: '40', description: 'items a line at most', valueHint: 'N' },
  strategy: {
    type: 'string', default: 'next', description: 'for visits; baskets take bought-together, orders for-you', valueHint: 'NAME',
  },
} as const

/** Characters of answers that are printed at once. */
const heldCharacters = 100_000

/** `shopside rank`: for each line of a file a line of item ids, best first. */
export const rankCommand: CommandDef<typeof args> = defineCommand({
  meta: { name: 'rank', description: 'Rank items for visits, baskets or customers of a file, one a line' },
  args,
  async run({ args: given, data }) {
    const { out } = data as Output
    const folder = readFolder(given.model)
    const options = { limit: readCount('limit', given.limit, 1, 1000), strategy: readStrategy(given.strategy) }
    let held = ''
    let rest = ''
    let number = 0
    await readText(given.contexts, {}, (piece, last) => {
      const lines = (rest + piece).split('\n')
      rest = last ? '' : lines.pop()!
      for (const line of lines) {
        number++
        if (line.trim() === '') continue
        held += `${JSON.stringify(rank(folder, readLine(line, given.contexts, number), options))}\n`
        if (held.length < heldCharacters) continue
        out(held)
        held = ''
      }
    })
    out(held)
  },
})

function readLine(line: string, file: string, number: number): RankInput {
  const found = parse(line) as { basket?: unknown; orders?: unknown } | null
  if (isIds(found)) return { visit: found.map(String) }
  if (found && isIds(found.basket)) return { basket: found.basket.map(String) }
  if (found && Array.isArray(found.orders) && found.orders.every(isIds)) {
    return { orders: found.orders.map(order => order.map(String)) }
  }
  throw new InputError(
    `${JSON.stringify(line.slice(0, 60))} is no visit, basket or orders`,
    'write ["id", …], {"basket": ["id", …]} or {"orders": [["id", …], …]}',
    { file, line: number },
  )
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    // Not JSON: refused with its place by the caller.
    return null
  }
}

/** Ids are texts; a whole number is taken for its digits, as far as JSON keeps all of them. */
function isIds(value: unknown): value is (string | number)[] {
  return Array.isArray(value) && value.every(id => typeof id === 'string' || Number.isSafeInteger(id))
}
