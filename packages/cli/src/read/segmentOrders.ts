import { namedColumn } from './columns.ts'
import { eventKindOf } from './eventName.ts'
import type { RawLine } from './lineCheck.ts'
import type { InputSource, RowSink } from './readInputs.ts'
import { readSegmentTable } from './segmentTable.ts'

/** Orders of a Segment warehouse: the products of each `order_completed`. A signed-in user counts before a browser. */
export async function readSegmentOrders({ path, kind, text, named, customer }: InputSource, sink: RowSink<RawLine>): Promise<void> {
  const wanted = namedColumn(named, 'orders', 'item_id')
  await readSegmentTable({ path, kind, text, wanted }, ({ event, time, userId, anonymousId, orderId, items, place }) => {
    if (eventKindOf(event) !== 'purchase') return sink.leftOut('events that are no purchase')
    if (!items.length) return sink.leftOut('purchases without items')
    for (const { itemId, quantity } of items) {
      sink.row({
        orderId, itemId, customerId: customer.of(userId || anonymousId), time, quantity,
        place: field => place(field === 'time' || field === 'item_id' || field === 'quantity' ? field : 'order_id'),
      })
    }
  }, sink.broken)
}
