import { defineCommand } from 'citty'
import type { CommandDef } from 'citty'
import { InputError } from '../inputError.ts'
import type { Output } from '../main.ts'
import { dialects, printStatements } from '../sql/printStatements.ts'
import type { Dialect } from '../sql/printStatements.ts'
import { writeTo } from './writeTo.ts'

const args = {
  dialect: { type: 'string', required: true, description: 'engine of the warehouse: duckdb or postgres', valueHint: 'NAME' },
  out: { type: 'string', description: 'file to write instead of standard output', valueHint: 'FILE' },
} as const

/** `shopside sql`: the counting statements, for where the data lives. */
export const sqlCommand: CommandDef<typeof args> = defineCommand({
  meta: { name: 'sql', description: 'Print the counting statements for a warehouse; `build --tables` takes their results' },
  args,
  run({ args: given, data }) {
    const { out } = data as Output
    const dialect = dialects.find(name => name === given.dialect)
    if (!dialect) {
      throw new InputError(
        `--dialect ${given.dialect} is not verified`,
        `${dialects.join(' or ')}: these two are run by a test; others may take them as they are, unseen`,
      )
    }
    const statements = printStatements(dialect satisfies Dialect)
    if (given.out === undefined) out(statements)
    else writeTo(given.out, statements)
  },
})
