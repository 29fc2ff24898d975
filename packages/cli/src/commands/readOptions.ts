import { availableParallelism } from 'node:os'
import { InputError } from '../inputError.ts'

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

/** `300kB`, `1MB` or `300000`, in bytes; 1 kB = 1000 bytes. @throws InputError when it is none */
export function readBudget(text: string): number {
  const found = /^(\d+(?:\.\d+)?)\s*(kB|MB|B)?$/i.exec(text.trim())
  const bytes = found ? Number(found[1]) * ({ kb: 1e3, mb: 1e6, b: 1 }[found[2]?.toLowerCase() ?? 'b'] ?? 1) : 0
  if (!(bytes >= 1000)) {
    throw new InputError(`--budget ${JSON.stringify(text)} is no size of at least 1 kB`, 'for example --budget 300kB')
  }
  return Math.round(bytes)
}

/** As given, else the machine's cores, at most 4. */
export function readThreads(text: string | undefined): number {
  return text === undefined ? Math.min(4, availableParallelism()) : readCount('threads', text, 1, 64)
}

/** `item_id=Artikel,price=Preis` as field → column. @throws InputError when a part has no `=` */
export function readMap(text: string | undefined): ReadonlyMap<string, string> {
  const named = new Map<string, string>()
  for (const part of (text ?? '').split(',').filter(part => part.trim() !== '')) {
    const [field, column] = part.split('=').map(side => side.trim())
    if (!field || !column) {
      throw new InputError(`--map ${JSON.stringify(part)} is no field=COLUMN`, 'for example --map item_id=Artikel,price=Preis')
    }
    named.set(field, column)
  }
  return named
}
