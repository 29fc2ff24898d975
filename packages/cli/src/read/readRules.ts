import { readFileSync } from 'node:fs'
import type { SegmentSpec } from '@shopside/engine'
import { checkRules } from '@shopside/engine'
import { InputError } from '../inputError.ts'

/**
 * A shop's own segments from a JSON file: a list of `{"id": …, "rule": …}`.
 *
 * @throws InputError naming the path to the first fault (`segments[3].rule.all[1].op`), and how many more there are
 */
export function readRules(file: string): SegmentSpec[] {
  const value = readJsonFile(file, 'write a list of segments, [{"id": …, "rule": …}]')
  const [fault, ...more] = checkRules(value)
  if (!fault) return value as SegmentSpec[]
  const others = more.length === 0 ? '' : ` (and ${more.length} more ${more.length === 1 ? 'fault' : 'faults'})`
  throw new InputError(`${fault.path}: ${fault.problem}${others}`, fault.remedy, { file })
}

/** The JSON of a file. @throws InputError */
export function readJsonFile(file: string, remedy: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT'
    const reason = error instanceof SyntaxError ? `is no JSON (${error.message})` : 'cannot be read'
    throw new InputError(missing ? 'no such file' : reason, remedy, { file }, error)
  }
}
