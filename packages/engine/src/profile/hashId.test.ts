import { describe, expect, it } from 'vitest'
import { hashId } from './hashId.ts'

describe('hashId', () => {
  it('keeps 100,000 order numbers of a shop apart', () => {
    const seen = new Set<string>()
    for (let i = 0; i < 50_000; i++) seen.add(hashId(String(536365 + i))).add(hashId(`#GB-${i}-A`))
    expect(seen.size).toBe(100_000)
  })
})
