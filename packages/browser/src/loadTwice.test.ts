import { describe, expect, it } from 'vitest'
import { loadTwice } from './loadTwice.ts'

/** A file that cannot be had so many times; counts how often it was asked for. */
function flaky(failures: number) {
  const file = { asked: 0, load: async () => {
    if (++file.asked <= failures) throw new TypeError('gone')
    return 'here'
  } }
  return file
}

describe('loadTwice', () => {
  it('asks once for a file that is there', async () => {
    const file = flaky(0)
    expect(await loadTwice(file.load)).toBe('here')
    expect(file.asked).toBe(1)
  })

  it('asks again for a file that was gone once', async () => {
    expect(await loadTwice(flaky(1).load)).toBe('here')
  })

  it('hands on the error of the browser after the second time, and asks no third time', async () => {
    const file = flaky(9)
    await expect(loadTwice(file.load)).rejects.toThrow('gone')
    expect(file.asked).toBe(2)
  })
})
