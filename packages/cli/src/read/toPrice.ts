import type { CatalogueRow } from './catalogueRow.ts'
import type { CatalogueField } from './columns.ts'
import type { DecimalMark } from './parseAmount.ts'
import { parseAmount } from './parseAmount.ts'
import { parseTime } from './parseTime.ts'
import type { Refusals } from './refusals.ts'

/** What an item costs. */
export interface Price {
  value: number
  /** Regular price, where `value` is a reduced one. */
  listPrice?: number
  currency?: string
}

/**
 * The price of a row at `now`: the sale price while it counts, with the regular price beside it. Nothing above 0 is no price; a
 * sale price that is not below the regular one is no sale.
 *
 * @param now epoch ms
 */
export function toPrice(row: CatalogueRow, mark: DecimalMark, now: number, dropped: Refusals): Price | undefined {
  const amount = (field: 'price' | 'sale_price' | 'list_price'): Price | undefined => {
    const text = row.cells[field] ?? ''
    if (text === '') return undefined
    const found = parseAmount(text, mark)
    if (found) return found.value > 0 ? found : undefined
    dropped.add(`a ${field} that is no amount`, 'write 12.90 or 12,90, with or without a currency', row.place(field), text)
    return undefined
  }
  const regular = amount('price')
  const sale = amount('sale_price')
  const asked = sale && isOn(row, now, dropped) && !(regular && sale.value >= regular.value) ? sale : regular ?? sale
  if (!asked) return undefined
  const list = asked === regular || !regular ? amount('list_price') : regular
  const currency = asked.currency ?? list?.currency
  const same = list?.currency === undefined || asked.currency === undefined || list.currency === asked.currency
  return {
    value: asked.value, ...(currency === undefined ? {} : { currency }),
    ...(list && same && list.value > asked.value ? { listPrice: list.value } : {}),
  }
}

/**
 * True when the sale counts at `now`: `2016-02-24T13:00-0800/2016-02-29T15:30-0800` as Google writes it, or two columns.
 * Without dates it counts. An end without a time is that whole day.
 */
function isOn(row: CatalogueRow, now: number, dropped: Refusals): boolean {
  const [start = '', end = ''] = (row.cells.sale_dates ?? '').split('/')
  const edge = (text: string, field: CatalogueField, whole: number): number | undefined => {
    if (text.trim() === '') return undefined
    const at = parseTime(text)
    if (at === undefined) dropped.add(`a ${field} that is no date`, 'write 2026-11-01/2026-11-30', row.place(field), text)
    return at === undefined || !/^\d{4}-?\/?\d\d-?\/?\d\d$/.test(text.trim()) ? at : at + whole
  }
  const dates = row.cells.sale_dates !== undefined && row.cells.sale_dates !== ''
  const from = dates ? edge(start, 'sale_dates', 0) : edge(row.cells.sale_from ?? '', 'sale_from', 0)
  const until = dates ? edge(end, 'sale_dates', 864e5) : edge(row.cells.sale_until ?? '', 'sale_until', 864e5)
  return (from === undefined || now >= from) && (until === undefined || now < until)
}
