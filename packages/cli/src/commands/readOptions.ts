import { readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import type { StrategyName } from '@shopside/engine'
import { coreStrategies } from '@shopside/engine'
import { moreStrategies } from '@shopside/engine/strategies'
import { InputError } from '../inputError.ts'
import { catalogueAliases, eventAliases, orderAliases } from '../read/columns.ts'
import type { Format } from '../read/format.ts'
import { formatsOf, isFormat } from '../read/format.ts'
import { statsAliases } from '../read/readStats.ts'
import { purchaseAliases } from '../read/tablePurchases.ts'

/** A whole number from the command line. @throws InputError when it is none or out of range */
export function readCount(name: string, text: string, low: number, high: number): number {
  const value = Number(text)
  if (!/^\d+$/.test(text) || value < low || value > high) {
    throw new InputError(
      `--${name} ${JSON.stringify(text)} is not a whole number from ${low} to ${high}`, `for example --${name} ${low + 2}`,
    )
  }
  return value
}

/** A share from the command line, 0 to 1. @throws InputError when it is none */
export function readPart(name: string, text: string): number {
  const value = Number(text)
  if (/^\d*\.?\d+$/.test(text) && value <= 1) return value
  throw new InputError(`--${name} ${JSON.stringify(text)} is not from 0 to 1`, `for example --${name} 0.4`)
}

/** `300kB`, `1MB`, `1GB` or `300000`, in bytes; 1 kB = 1000 bytes. @throws InputError when it is none, or below `least` */
export function readSize(name: string, text: string, least: number, usual = '1GB'): number {
  const found = /^(\d+(?:\.\d+)?)\s*([kMG]?B)?$/i.exec(text.trim())
  const bytes = found ? Number(found[1]) * ({ kb: 1e3, mb: 1e6, gb: 1e9 }[found[2]?.toLowerCase() ?? ''] ?? 1) : 0
  if (!(bytes >= least)) {
    const atLeast = least >= 1e6 ? `${least / 1e6} MB` : `${least / 1e3} kB`
    throw new InputError(`--${name} ${JSON.stringify(text)} is no size of at least ${atLeast}`, `for example --${name} ${usual}`)
  }
  return Math.round(bytes)
}

/** `--budget`, in bytes. @throws InputError */
export function readBudget(text: string): number {
  return readSize('budget', text, 1e3, '300kB')
}

/** As given, else the machine's cores, at most 4. */
export function readThreads(text: string | undefined): number {
  return text === undefined ? Math.min(4, availableParallelism()) : readCount('threads', text, 1, 64)
}

/**
 * `item_id=Artikel,price=Preis` as field → column; `orders.item_id=SKU` holds for the orders alone. `--map-file` is the same as
 * a JSON object, and `--map` goes before it.
 *
 * @throws InputError when a part has no `=`, the file is no such object, or a field is none
 */
export function readMap(text: string | undefined, file?: string): ReadonlyMap<string, string> {
  const named = new Map<string, string>(file === undefined ? [] : readMapFile(file))
  for (const part of (text ?? '').split(',').filter(part => part.trim() !== '')) {
    const [field, column] = part.split('=').map(side => side.trim())
    if (!field || !column) {
      throw new InputError(`--map ${JSON.stringify(part)} is no field=COLUMN`, 'for example --map item_id=Artikel,price=Preis')
    }
    named.set(field, column)
  }
  for (const name of named.keys()) {
    const [, role, field] = /^(?:(catalogue|orders|events)\.)?(.*)$/s.exec(name)!
    const known = fieldsOf[role ?? 'all']!
    if (!known.includes(field!)) {
      throw new InputError(`the map names ${JSON.stringify(name)}, which is no field`, `one of: ${known.join(', ')}`)
    }
  }
  return named
}

const catalogueFields = Object.keys(catalogueAliases)
const orderFields = [...new Set([...Object.keys(orderAliases), ...Object.keys(purchaseAliases)])]
const eventFields = Object.keys(eventAliases)
const fieldsOf: Readonly<Record<string, readonly string[]>> = {
  catalogue: catalogueFields, orders: [...orderFields, ...Object.keys(statsAliases)], events: eventFields,
  all: [...new Set([...catalogueFields, ...orderFields, ...eventFields, ...Object.keys(statsAliases)])],
}

function readMapFile(file: string): [string, string][] {
  let value: unknown
  try {
    value = JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT'
    throw new InputError(missing ? 'no such file' : 'is no JSON', 'write it by shopside check --save-map', { file }, error)
  }
  const entries = typeof value === 'object' && value !== null ? Object.entries(value) : []
  if (!entries.length || entries.some(([, column]) => typeof column !== 'string')) {
    throw new InputError('is no column map', 'for example {"item_id": "Artikel", "orders.item_id": "SKU"}', { file })
  }
  return entries as [string, string][]
}

/** `--format shopify-products,ga4`: each holds for the inputs that know it. @throws InputError for a name that is none */
export function readFormats(text: string | undefined): Format[] {
  return (text ?? '').split(',').map(name => name.trim()).filter(name => name !== '').map(name => {
    if (isFormat(name)) return name
    const known = [...new Set((['catalogue', 'orders', 'events'] as const).flatMap(formatsOf))]
    throw new InputError(`--format ${JSON.stringify(name)} is none`, `one of: ${known.join(', ')}`)
  })
}

/** `--currency`. @throws InputError when it is no ISO 4217 code */
export function readCurrency(text: string): string {
  if (/^[A-Za-z]{3}$/.test(text)) return text.toUpperCase()
  throw new InputError(`--currency ${JSON.stringify(text)} is no code of three letters`, 'for example --currency GBP')
}

/** `--strategy`. @throws InputError when no strategy has the name */
export function readStrategy(text: string): StrategyName {
  const names = [...coreStrategies, ...moreStrategies].map(({ name }) => name)
  const found = names.find(name => name === text)
  if (!found) throw new InputError(`--strategy ${JSON.stringify(text)} is none`, `one of: ${names.join(', ')}`)
  return found
}
