import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../root.ts'

/** One hostile input. `expect` are words of the head of `hostile-inputs.json`. */
export interface HostileCase {
  id: string
  kind: string
  input: unknown
  expect: string[]
}

interface Build { repeat?: string; times?: number; nest?: string; count?: number; kind?: string; hex?: string }

/** The corpus, inputs built. Those that are files or bytes (`hex`, model kinds, counted entries) keep their recipe as input. */
export function readCorpus(): HostileCase[] {
  const file = JSON.parse(readFileSync(join(root, 'e2e', 'hostile', 'hostile-inputs.json'), 'utf8')) as {
    cases: (Omit<HostileCase, 'input'> & { input?: unknown; build?: Build })[]
  }
  return file.cases.map(({ build, ...rest }) => ({ ...rest, input: build === undefined ? rest.input : built(build) }))
}

function built(build: Build): unknown {
  const { repeat, times = 0, nest, count = 0, kind } = build
  if (repeat !== undefined) return repeat.repeat(times)
  if (nest !== undefined) return `${'{"@type":"Product","offers":'.repeat(times)}1${'}'.repeat(times)}`
  if (kind === 'offers') {
    const offers = Array.from({ length: count }, (_, place) => ({ price: count - place }))
    return JSON.stringify({ '@type': 'Product', 'sku': 'J10', 'name': 'x', offers })
  }
  return build
}
