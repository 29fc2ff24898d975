/** Words of `<shopside-order-tracking>` for the list of this browser's orders. */
export const orderList = {
  'orders.heading': 'Your orders',
  'orders.ask': { one: 'Show 1 order', other: 'Show {count} orders' },
  'orders.placed': 'Ordered {day}',
  'orders.things': { one: '1 thing', other: '{count} things' },
  'orders.open': 'Where is it',
} as const
