import { InputError } from '../inputError.ts'
import { createCustomerKey } from './customerKey.ts'
import type { Format, Recognised } from './format.ts'
import { recognise } from './format.ts'
import { readGa4Orders } from './ga4Orders.ts'
import type { LeftOut } from './leftOut.ts'
import { countLeftOut } from './leftOut.ts'
import type { OrderLine } from './lineCheck.ts'
import { createLineCheck } from './lineCheck.ts'
import { listInputs } from './listInputs.ts'
import type { OrderSink, OrderSource } from './orderSource.ts'
import type { TextOptions } from './readText.ts'
import type { Refusals } from './refusals.ts'
import { readSegmentOrders } from './segmentOrders.ts'
import { readShopifyOrders } from './shopifyOrders.ts'
import { readTableOrders } from './tableOrders.ts'
import { readWooOrders } from './wooOrders.ts'

/** How to read orders. */
export interface OrdersOptions extends TextOptions {
  refused: Refusals
  named?: ReadonlyMap<string, string>
  /** `--format`: overrules what is recognised. */
  formats?: readonly Format[]
  /** Rows after it are refused: epoch ms. A wrong clock must not make everything else old. */
  latest: number
}

/** What an order file held, beside its lines. */
export interface OrdersRead {
  rows: number
  /** Lines of returns (a quantity of 0 or less): left out, not refused. */
  returns: number
  /** Lines that are rightly not counted, by reason: cancelled orders, events that are no purchase. */
  leftOut: LeftOut[]
  /** The files and what they were recognised as. */
  files: { path: string; recognised: Recognised }[]
}

const readers: Partial<Record<Format, (source: OrderSource, sink: OrderSink) => Promise<void>>> = {
  'shopify-orders': readShopifyOrders, 'woocommerce-orders': readWooOrders, ga4: readGa4Orders, segment: readSegmentOrders,
}

/**
 * Reads an order history, one line at a time: a file, a folder, or a pattern. `onProgress` counts the bytes of one file at a
 * time.
 *
 * @throws InputError when a file cannot be read or a required column is missing
 */
export async function readOrders(path: string, options: OrdersOptions, onLine: (line: OrderLine) => void): Promise<OrdersRead> {
  const { refused, latest, named = new Map<string, string>() } = options
  const check = createLineCheck(refused, latest, onLine)
  const leftOut = countLeftOut()
  const files: OrdersRead['files'] = []
  let rows = 0
  const sink: OrderSink = {
    line(raw) {
      rows++
      check.line(raw)
    },
    broken(reason, remedy, place, value) {
      rows++
      refused.add(reason, remedy, place, value)
    },
    leftOut(reason) {
      rows++
      leftOut.add(reason)
    },
  }
  const inputs = listInputs(path)
  const first = inputs[0]!
  for (const file of inputs) {
    const recognised = await recognise(file, 'orders', options)
    files.push({ path: file, recognised })
    const read = readers[recognised.format] ?? readTableOrders
    await read({ path: file, kind: recognised.kind, text: options, named, customer: await createCustomerKey(first) }, sink)
  }
  if (rows === 0) throw new InputError('has a header and no rows', 'export it again, with its rows', { file: path, line: 1 })
  return { rows, returns: check.returns, leftOut: leftOut.list(), files }
}
