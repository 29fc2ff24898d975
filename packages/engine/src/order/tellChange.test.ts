import { describe, expect, it } from 'vitest'
import type { OrderStatus, Shipment } from '../shipment.ts'
import { tellChange } from './tellChange.ts'

const order = (eta?: Omit<NonNullable<Shipment['eta']>, 'source'>, id = 's'): OrderStatus =>
  ({
    order_id: 'A1',
    shipments: [{ id, status: 'in_transit', phase: 'shipped', events: [], ...(eta && { eta: { source: 'carrier', ...eta } }) }],
  })
const previousOf = (status: OrderStatus): unknown => status.shipments[0]!.eta?.previous
const thursday = { from: '2011-12-15' }
const friday = { from: '2011-12-16' }
const saturday = { from: '2011-12-17' }

describe('a day that the endpoint swapped', () => {
  it('is told with the day before it, for as long as it stands', () => {
    const changed = tellChange(order(thursday), order(friday))
    expect(previousOf(changed)).toEqual(thursday)
    expect(previousOf(tellChange(changed, order(friday)))).toEqual(thursday)
    expect(previousOf(tellChange(changed, order(saturday)))).toEqual(friday)
  })

  it('is told too when the first day comes back, and is none when nothing moved', () => {
    expect(previousOf(tellChange(tellChange(order(thursday), order(friday)), order(thursday)))).toEqual(friday)
    expect(previousOf(tellChange(order(thursday), order(thursday)))).toBeUndefined()
  })

  it('is told in the endpoint\'s own words where it has some', () => {
    const own = order({ ...friday, previous: saturday, reason: 'snow' })
    expect(tellChange(order(thursday), own)).toEqual(own)
  })

  it('is none of another parcel, nor of an order that was not known', () => {
    expect(previousOf(tellChange(order(thursday, 'other'), order(friday)))).toBeUndefined()
    expect(previousOf(tellChange(undefined, order(friday)))).toBeUndefined()
    expect(previousOf(tellChange(order(), order(friday)))).toBeUndefined()
  })
})
