import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { codeBlocks, readDoc } from '../docs.ts'
import { strictPolicy } from '../browser/strictPolicy.ts'
import { sdkDir } from '../store/paths.ts'

const page = readDoc('docs/csp.md')

describe('docs/csp.md', () => {
  it('prints the stub that is built, and the hash of what it prints', () => {
    const [block = ''] = codeBlocks(page, 'html')
    const inline = /<script>(.*)<\/script>/.exec(block)?.[1] ?? ''
    expect(inline).toBe(readFileSync(join(sdkDir, 'stub.js'), 'utf8').trim())
    expect(page).toContain(`'sha256-${createHash('sha256').update(inline).digest('base64')}'`)
  })

  it('names the policy that the journeys run under', () => {
    expect(page).toContain(strictPolicy)
    expect(readDoc('README.md')).toContain(strictPolicy)
  })
})
