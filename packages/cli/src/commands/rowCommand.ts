import { encodeRow, rowOf } from '@shopside/engine'
import type { Neighbour } from '@shopside/engine'
import { defineCommand } from 'citty'
import type { CommandDef } from 'citty'
import { readFolder } from '../evaluate/readFolder.ts'
import { InputError } from '../inputError.ts'
import type { Output } from '../main.ts'
import { readCount } from './readOptions.ts'

const args = {
  model: { type: 'string', required: true, description: 'folder that build wrote', valueHint: 'DIR' },
  id: { type: 'positional', required: true, description: 'id of the product', valueHint: 'ID' },
  relation: {
    type: 'string', default: 'viewed', description: 'viewed, boughtWith, boughtAfterView, boughtAfter or similar',
    valueHint: 'NAME',
  },
  limit: { type: 'string', default: '20', description: 'neighbours at most', valueHint: 'N' },
} as const

const relations = ['viewed', 'boughtWith', 'boughtAfterView', 'boughtAfter', 'similar'] as const

/** `shopside row`: a product page's own row as text, for shops that put it into the page; `openRow` of the engine reads it. */
export const rowCommand: CommandDef<typeof args> = defineCommand({
  meta: { name: 'row', description: 'Print a product\'s own row of a model, for its page to carry' },
  args,
  run({ args: given, data }) {
    const { out } = data as Output
    const { head, model } = readFolder(given.model)
    const number = model.indexOf(given.id)
    if (number < 0) {
      const remedy = 'give an id of the catalogue that the model was built from'
      throw new InputError(`no item ${JSON.stringify(given.id)}`, remedy, { file: given.model })
    }
    const name = relations.find(one => one === given.relation)
    if (!name) throw new InputError(`no relation ${JSON.stringify(given.relation)}`, `one of: ${relations.join(', ')}`)
    // With all shards loaded an item's index is its number.
    const neighbours: Neighbour[] = rowOf(model[name], number).slice(0, readCount('limit', given.limit, 1, 63))
    out(`${encodeRow({ number, neighbours }, head)}\n`)
  },
})
