import { describe, expect, it } from 'vitest'
import { withLines, type ShopOrderStatus } from './withLines.ts'

const items = [{ item_id: '1', item_name: 'Mug', quantity: 6 }, { item_id: '2' }, { item_id: '3' }]
const parcel = (lines: 'all' | 'first half' | 'second half'): ShopOrderStatus['shipments'][number] =>
  ({ id: lines, status: 'packed', phase: 'packed', events: [], lines })

describe('withLines', () => {
  it('divides the lines between two parcels, each line in exactly one', () => {
    const { shipments } = withLines({ order_id: 'A', shipments: [parcel('first half'), parcel('second half')] }, items)
    expect(shipments.map(shipment => shipment.items?.map(({ item_id }) => item_id))).toEqual([['1', '2'], ['3']])
    expect(shipments[0]).not.toHaveProperty('lines')
  })

  it('leaves parcels of an unknown order without a word about what is in them', () => {
    expect(withLines({ order_id: 'A', shipments: [parcel('all')] }, []).shipments[0]).not.toHaveProperty('items')
  })
})
