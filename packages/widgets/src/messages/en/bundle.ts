/** Words of the bundle layout. */
export const bundle = {
  'bundle.this': 'This item',
  'bundle.total': 'Total',
  'bundle.add': 'Add {count} for {price}',
  'bundle.add-unpriced': 'Add {count}',
  'bundle.none': 'Tick at least one',
  'bundle.added-spoken': { one: '1 thing added. Basket: {total}', other: '{count} things added. Basket: {total}' },
  'bundle.failed': 'Could not be added. Open the products',
  'bundle.tick': 'Include {title}',
} as const
