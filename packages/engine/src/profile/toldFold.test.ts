import { describe, expect, it } from 'vitest'
import { retireProfile } from '../retention/retireProfile.ts'
import { emptyProfile } from './emptyProfile.ts'
import { foldEvents } from './foldEvents.ts'
import { day, happening, morning, things } from './testing/happening.ts'

const entered = (id: string, at = morning) => happening(at, 'segment_entered', { segment_id: id })
const exited = (id: string, at = morning) => happening(at, 'segment_exited', { segment_id: id })

describe('what was told of segments', () => {
  it('is what began and did not end, since when it was told first, and is no visit', () => {
    const profile = foldEvents(emptyProfile(), [
      entered('loyal'), entered('loyal', morning + 1), entered('new'), exited('new', morning + 2), exited('never'), entered('__proto__'),
    ])
    expect({ ...profile.told }).toEqual({ loyal: morning, ['__proto__']: morning })
    expect([profile.visits, profile.lastAt]).toEqual([0, undefined])
    expect(foldEvents(profile, [entered('loyal')]).told).toBe(profile.told)
  })

  it('outlives the events that told it, as does what the shopper called wrong', () => {
    const profile = foldEvents(emptyProfile(), [
      happening(morning, 'view_item', { items: things('a') }), entered('loyal'), happening(morning, 'forget', { guess: 'segment:lapsed' }),
    ])
    const left = retireProfile(profile, morning + 500 * day)
    expect([{ ...left.told }, { ...left.wrongGuesses }]).toEqual([{ loyal: morning + 500 * day }, { 'segment:lapsed': morning + 500 * day }])
  })
})
