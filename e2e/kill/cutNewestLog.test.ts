import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { cutNewestLog, levelDbFolder } from './cutNewestLog.ts'

describe('cutNewestLog', () => {
  let folder = ''
  beforeEach(() => { folder = mkdtempSync(join(tmpdir(), 'shopside-cut-')) })
  afterEach(() => rmSync(folder, { recursive: true }))

  it('cuts the log with the greatest number and says how much is gone', () => {
    for (const name of ['000003.log', '000012.log', 'LOG', '000020.ldb']) writeFileSync(join(folder, name), 'x'.repeat(50))
    expect(cutNewestLog(folder, 7)).toBe(7)
    expect(
      ['000003.log', '000012.log', 'LOG', '000020.ldb'].map(name => readFileSync(join(folder, name)).length),
    ).toEqual([50, 43, 50, 50])
  })

  it('did not fire where there is no log, or less of it than was asked for', () => {
    expect(cutNewestLog(folder, 7)).toBe(0)
    writeFileSync(join(folder, '000003.log'), 'x')
    expect(cutNewestLog(folder, 7)).toBe(1)
  })

  it('throws where the browser keeps its databases elsewhere', () => {
    expect(() => levelDbFolder(folder, 'http://a.localhost:80')).toThrow(/ENOENT/)
  })
})
