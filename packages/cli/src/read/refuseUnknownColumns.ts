import { InputError } from '../inputError.ts'
import type { Aliases, InputRole } from './columns.ts'
import { catalogueAliases, eventAliases, orderAliases, plainName } from './columns.ts'
import type { Format, Recognised } from './format.ts'
import { recognise } from './format.ts'
import { listInputs } from './listInputs.ts'

/** The inputs that a map is for, and how their headers are read. */
export interface MappedInputs extends Partial<Record<InputRole, string>> {
  encoding?: string
  named?: ReadonlyMap<string, string>
  formats?: readonly Format[]
}

/** A column that the map names and no file has. */
export interface UnknownColumn {
  /** The first input that it was meant for. */
  role: InputRole
  error: InputError
}

const ownFields: Readonly<Record<InputRole, Aliases<string>>> = {
  catalogue: catalogueAliases, orders: orderAliases, events: eventAliases,
}

/**
 * The first column of `--map` that no file of the inputs has for which it can be meant: those that know the field, or the one
 * that stands before it (`orders.price`). Pages of one folder may lack it, not all of them. Formats with names of their own
 * below the header (XML, nested JSON) are not looked into, nor are inputs that cannot be read: reading says why.
 *
 * @param fields what each input knows, where it is read for something else than a model
 */
export async function findUnknownColumn(
  inputs: MappedInputs, fields: Partial<Record<InputRole, Aliases<string>>> = {},
): Promise<UnknownColumn | undefined> {
  const { named, encoding, formats } = inputs
  if (!named?.size) return undefined
  const options = { named, ...(encoding !== undefined && { encoding }), ...(formats && { formats }) }
  const headers = new Map<InputRole, Promise<Recognised[]>>()
  const headersOf = (role: InputRole): Promise<Recognised[]> => {
    const known = headers.get(role) ?? Promise.all(listInputs(inputs[role]!).map(file => recognise(file, role, options)))
    headers.set(role, known)
    return known
  }
  for (const [name, column] of named) {
    const [field, prefix] = name.split('.').reverse() as [string, InputRole | undefined]
    const roles = (['catalogue', 'orders', 'events'] as const).filter(role => inputs[role] !== undefined
      && (prefix === undefined ? !named.has(`${role}.${field}`) : prefix === role)
      && Object.hasOwn(fields[role] ?? ownFields[role], field))
    if (!roles.length) continue
    const files = await Promise.all(roles.map(headersOf)).catch((error: unknown) => {
      if (error instanceof InputError) return undefined
      throw error
    })
    const all = files?.flat()
    if (!all?.every(hasPlainHeader) || all.some(file => file.names.some(label => plainName(label) === plainName(column)))) continue
    const labels = [...new Set(all.flatMap(file => file.names))].map(label => label.trim()).filter(label => label !== '')
    return {
      role: roles[0]!,
      error: new InputError(
        `no column ${column} for ${name}, which --map names`,
        `the header has: ${labels.slice(0, 20).join(', ') || 'nothing'}. Name one of them, or leave ${name} out of the map`,
        { file: inputs[roles[0]!]! },
      ),
    }
  }
  return undefined
}

/** `findUnknownColumn`. @throws InputError when there is one */
export async function refuseUnknownColumns(...found: Parameters<typeof findUnknownColumn>): Promise<void> {
  const unknown = await findUnknownColumn(...found)
  if (unknown) throw unknown.error
}

function hasPlainHeader({ kind, format }: Recognised): boolean {
  return format === 'generic' || (kind === 'table' && format !== 'segment')
}
