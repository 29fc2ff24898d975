import { readGa4 } from './ga4.ts'
import type { RawLine } from './lineCheck.ts'
import type { InputSource, RowSink } from './readInputs.ts'

/** Orders among the events of GA4's BigQuery export: the items of each `purchase`. A signed-in user counts before a browser. */
export async function readGa4Orders({ path, kind, text, customer }: InputSource, sink: RowSink<RawLine>): Promise<void> {
  await readGa4(path, kind, text, ({ name, time, userId, visitor, transactionId, items, place }) => {
    if (name !== 'purchase') return sink.leftOut('events that are no purchase')
    if (!items.length) return sink.leftOut('purchases without items')
    for (const { itemId, quantity } of items) {
      sink.row({
        orderId: transactionId, itemId, customerId: customer.of(userId || visitor), time, quantity, place: () => place,
      })
    }
  }, sink.broken)
}
