/** A table that a warehouse counts and `build --tables` takes. No row of any holds a customer, an order or a visit. */
export type ExportedTable =
  | 'item_no' | 'item_sale' | 'item_view' | 'store' | 'reorder_gap' | 'season' | 'pair' | 'bought_after'
  | 'view_item' | 'view_pair' | 'view_purchase'

/** What an exported table is. */
export interface TableShape {
  /** Names and types, in the order of the file. */
  columns: readonly (readonly [name: string, type: 'INTEGER' | 'BIGINT' | 'DOUBLE' | 'VARCHAR'])[]
  /** Counted from events: need not be there. */
  ofEvents?: boolean
}

const whole = (...names: string[]): [string, 'INTEGER'][] => names.map(name => [name, 'INTEGER'])

/** Every exported table, with its columns. */
export const exportedTables: Readonly<Record<ExportedTable, TableShape>> = {
  item_no: { columns: [['item', 'INTEGER'], ['item_id', 'VARCHAR'], ['category', 'INTEGER']] },
  item_sale: {
    columns: whole(
      'item', 'shoppers', 'shoppers_7', 'shoppers_30', 'shoppers_90', 'shoppers_365', 'before_7', 'before_30', 'before_90',
      'first_day', 'customers', 'again',
    ),
  },
  item_view: { columns: whole('item', 'viewers', 'viewers_7', 'viewers_30', 'before_7', 'before_30'), ofEvents: true },
  store: {
    columns: [
      ...whole('customers', 'shoppers', 'orders'), ['newest_ms', 'BIGINT'], ['oldest_ms', 'BIGINT'],
      ['newest_event_ms', 'BIGINT'], ['oldest_event_ms', 'BIGINT'],
      ...whole(
        'shoppers_7', 'shoppers_30', 'shoppers_90', 'shoppers_365', 'returning_customers', 'gap_50', 'gap_75', 'gap_90', 'gap_95',
      ),
      ['units_95', 'DOUBLE'],
    ],
  },
  reorder_gap: { columns: whole('item', 'gap_days') },
  season: { columns: whole('item', 'category', 'month_no', 'shoppers') },
  pair: { columns: [...whole('a', 'b', 'shoppers'), ['weight', 'BIGINT']] },
  bought_after: { columns: [...whole('a', 'b', 'shoppers'), ['weight', 'BIGINT'], ...whole('days')] },
  view_item: { columns: [...whole('item'), ['weight', 'BIGINT']], ofEvents: true },
  view_pair: { columns: [...whole('a', 'b', 'shoppers'), ['weight', 'BIGINT']], ofEvents: true },
  view_purchase: { columns: whole('a', 'b', 'shoppers', 'viewers'), ofEvents: true },
}
