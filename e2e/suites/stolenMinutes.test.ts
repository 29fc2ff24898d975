import { cpus } from 'node:os'
import { describe, expect, it } from 'vitest'
import { stolenMinutes } from './stolenMinutes.ts'

describe('stolen minutes', () => {
  it('are the eighth number of all cores together, shared among them', () => {
    const stat = 'cpu  7791165 298932 1072158 4451028 11799 0 33115 12000 5 6\ncpu0 1 2 3 4 5 6 7 99999 9 10\n'
    expect(stolenMinutes(stat)).toBe(2 / cpus().length)
  })

  it('are none where the system does not say', () => {
    expect([stolenMinutes(''), stolenMinutes('cpu 1 2 3 4\n'), stolenMinutes('intr 1 2 3 4 5 6 7 8 9\n')]).toEqual([0, 0, 0])
    expect(stolenMinutes()).toBeGreaterThanOrEqual(0)
  })
})
