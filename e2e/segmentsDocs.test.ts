import { checkRules } from '@shopside/engine'
import { describe, expect, it } from 'vitest'
import { factFamilies, factTypes, opsOf } from '../packages/engine/src/segments/factTypes.ts'
import { itemProps } from '../packages/engine/src/segments/leafValues.ts'
import { readDoc } from './docs.ts'

const page = readDoc('docs/segments.md')

describe('docs/segments.md', () => {
  it('shows rules that the build takes', () => {
    const blocks = [...page.matchAll(/```json\n([\s\S]*?)```/g)].map(([, block]) => JSON.parse(block!) as unknown)
    expect(blocks.length).toBeGreaterThan(0)
    for (const block of blocks) expect(checkRules(block)).toEqual([])
  })

  it('names every op, every fact and every property of items', () => {
    const names = [...Object.values(opsOf).flat(), 'exists', 'missing', ...factTypes.keys(), ...[...factFamilies.keys()].map(family => `${family}NAME`), ...itemProps]
    expect(names.filter(name => !page.includes(`\`${name}\``))).toEqual([])
  })
})
