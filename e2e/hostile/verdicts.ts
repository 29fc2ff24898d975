import type { SuiteResult } from '../suites/suite.ts'
import type { HostileCase } from './corpus.ts'

/** What was looked at of each case, and what was wrong. */
export interface Verdicts {
  /** Notes one look by one way; a complaint makes the case red. */
  look(id: string, way: string, complaint: string | undefined): void
  /** Something wrong that belongs to no single case. */
  fail(way: string, complaint: string): void
  /** One row a case. A case that nobody looked at has failed. */
  print(cases: readonly HostileCase[]): SuiteResult
}

export function createVerdicts(): Verdicts {
  const looks = new Map<string, { ways: Set<string>; complaints: string[] }>()
  const loose: string[] = []
  return {
    look(id, way, complaint) {
      const entry = looks.get(id) ?? { ways: new Set(), complaints: [] }
      looks.set(id, entry)
      entry.ways.add(way)
      if (complaint !== undefined) entry.complaints.push(`${way}: ${complaint}`)
    },
    fail: (way, complaint) => void loose.push(`${way}: ${complaint}`),
    print(cases) {
      const problems = [...loose]
      console.log(`${'id'.padEnd(5)}${'kind'.padEnd(9)}${'expect'.padEnd(26)}looks  result`)
      for (const { id, kind, expect } of cases) {
        const { ways = new Set(), complaints = ['nobody looked'] } = looks.get(id) ?? {}
        if (complaints.length > 0) problems.push(`${id}: ${complaints[0]}`)
        const row = `${id.padEnd(5)}${kind.padEnd(9)}${expect.join(',').padEnd(26)}${String(ways.size).padStart(5)}  `
        console.log(row + (complaints.length === 0 ? 'ok' : `FAILED ${complaints.join(' | ').slice(0, 400)}`))
      }
      for (const text of loose) console.error(`✗ ${text}`)
      return { passed: cases.length - (problems.length - loose.length), problems }
    },
  }
}
