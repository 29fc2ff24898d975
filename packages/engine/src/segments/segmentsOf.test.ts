import { expect, it } from 'vitest'
import { emptyProfile } from '../profile/emptyProfile.ts'
import { foldEvents } from '../profile/foldEvents.ts'
import { day, happening, morning } from '../profile/testing/happening.ts'
import { tinyModel } from '../recommend/testing/tinyModel.ts'
import { segmentsOf } from './segmentsOf.ts'

it('judges by the gaps of the model, and by the defaults where there is none', () => {
  const profile = foldEvents(emptyProfile(), [happening(morning, 'purchase', { transaction_id: '1', items: [{ item_id: 'a' }] })])
  const { params } = tinyModel([], { params: { gapDays: [10, 20, 40, 60], bulkUnitsPerLine: 48, frequentPurchaseDays: 5 } })
  const stageAt = (days: number, known: typeof params | undefined): string => segmentsOf(profile, known, morning + days * day)[0]!.id
  expect([stageAt(67, params), stageAt(67, undefined), stageAt(307, undefined)]).toEqual(['lapsed', 'active', 'lapsed'])
})
