import { readGa4Orders } from './ga4Orders.ts'
import { countCurrencies } from './currencyCount.ts'
import { countLeftOut } from './leftOut.ts'
import type { OrderLine, RawLine } from './lineCheck.ts'
import { createLineCheck } from './lineCheck.ts'
import type { FormatReaders, InputsOptions, InputsRead } from './readInputs.ts'
import { readInputs } from './readInputs.ts'
import type { Refusals } from './refusals.ts'
import { readSegmentOrders } from './segmentOrders.ts'
import { readShopifyOrders } from './shopifyOrders.ts'
import { readTableOrders } from './tableOrders.ts'
import { readWooOrders } from './wooOrders.ts'

/** How to read orders. */
export interface OrdersOptions extends InputsOptions {
  /** Rows after it are refused: epoch ms. A wrong clock must not make everything else old. */
  latest: number
  /** Prices in another currency than most are counted here. @default nowhere */
  dropped?: Refusals
}

/** What an order file held, beside its lines. */
export interface OrdersRead extends InputsRead {
  /** Lines of returns (a quantity of 0 or less): left out, not refused. */
  returns: number
  /** The currency of most orders, where prices are in more than one. */
  mainCurrency?: string
}

const readers: FormatReaders<RawLine> = {
  generic: readTableOrders, 'shopify-orders': readShopifyOrders, 'woocommerce-orders': readWooOrders, ga4: readGa4Orders,
  segment: readSegmentOrders,
}

/**
 * Reads an order history, one line at a time: a file, a folder, or a pattern. `onProgress` counts the bytes of one file at a
 * time.
 *
 * @throws InputError when a file cannot be read or a required column is missing
 */
export async function readOrders(path: string, options: OrdersOptions, onLine: (line: OrderLine) => void): Promise<OrdersRead> {
  const currencies = countCurrencies()
  const check = createLineCheck(options.refused, options.latest, currencies, onLine)
  const leftOut = countLeftOut()
  const read = await readInputs({ path, role: 'orders', options, readers, leftOut, onRow: check.line })
  if (options.dropped) currencies.dropRarer(options.dropped)
  return {
    ...read, returns: check.returns, leftOut: leftOut.list(),
    ...(currencies.isMixed && currencies.main !== undefined && { mainCurrency: currencies.main }),
  }
}
