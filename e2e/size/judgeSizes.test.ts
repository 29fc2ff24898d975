import { describe, expect, it } from 'vitest'
import type { Budget } from './budgets.ts'
import { judgeSizes } from './judgeSizes.ts'

const budgets: Budget[] = [
  { name: 'eager', files: /^shopside\.js$/, goalKb: 1, withStaticImports: true },
  { name: 'fold', files: /^fold-/, goalKb: 0.1 },
]
const file = (path: string, bytes: number, staticImports: string[] = []) => ({ path, bytes, staticImports })

describe('judgeSizes', () => {
  it('counts what the entry imports statically as part of the entry', () => {
    const [eager] = judgeSizes([file('shopside.js', 700, ['log-1.js']), file('log-1.js', 400)], budgets)
    expect(eager).toMatchObject({ name: 'eager', bytes: 1100, ok: false })
  })

  it('counts a file once, in the first line that names it', () => {
    const lines = judgeSizes([file('shopside.js', 700, ['fold-1.js']), file('fold-1.js', 90), file('fold-2.js', 20)], budgets)
    expect(lines).toMatchObject([{ name: 'eager', bytes: 790 }, { name: 'fold', bytes: 20, files: ['fold-2.js'] }])
  })

  it('counts a file once more in a sum, and does not take the sum for its line', () => {
    const lines = judgeSizes(
      [file('fold-1.js', 90), file('surprise.js', 1)], [{ name: 'sum', files: /./, goalKb: 0.1, isSum: true }, ...budgets],
    )
    expect(lines).toMatchObject([{ name: 'sum', bytes: 91 }, { name: 'fold', bytes: 90 }, { name: 'surprise.js', ok: false }])
  })

  it('lets a missed goal stand where it is today, and fails once it grows', () => {
    const held: Budget[] = [{ name: 'fold', files: /^fold-/, goalKb: 0.1, todayKb: 0.2 }]
    expect(judgeSizes([file('fold-1.js', 190)], held)).toMatchObject([{ bytes: 190, goalBytes: 100, ok: true }])
    expect(judgeSizes([file('fold-1.js', 201)], held)).toMatchObject([{ ok: false }])
  })

  it('fails a shipped file that has no budget', () => {
    const lines = judgeSizes([file('surprise.js', 1)], budgets)
    expect(lines).toEqual([{ name: 'surprise.js', bytes: 1, files: ['surprise.js'], ok: false }])
  })
})
