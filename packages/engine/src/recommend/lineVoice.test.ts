import { describe, expect, it } from 'vitest'
import { defaultParams } from '../model/defaultParams.ts'
import { lineVoice } from './lineVoice.ts'

describe('lineVoice', () => {
  it('falls by the power that the shop was tuned to, from 1 for the newest line', () => {
    expect([0, 1, 2, 3].map(place => lineVoice({ ...defaultParams, basketDecay: 1 }, place, 4))).toEqual([1 / 4, 1 / 3, 1 / 2, 1])
    expect([0, 1].map(place => lineVoice({ ...defaultParams, basketDecay: 0 }, place, 2))).toEqual([1, 1])
  })
})
