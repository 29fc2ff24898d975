/** Words of `<shopside-order-tracking>` that its order and its list have in common. */
export const orderTracking = {
  'order.heading': 'Order {id}',
  'order.hide': 'Hide this order',
  'order.hidden': 'Hidden here.',
} as const
