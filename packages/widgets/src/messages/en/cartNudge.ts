/** Words of `<shopside-cart-nudge>`. */
export const cartNudge = {
  'nudge.label': 'Your basket',
  'nudge.dot': 'Basket: {count}',
  'nudge.still-here': 'Your basket from {day} is still here.',
  'nudge.more': '+{count}',
  'nudge.total': 'Today: {price}',
  'nudge.go': 'Go to basket',
  'nudge.restore': { one: 'Put 1 thing back', other: 'Put {count} things back' },
  'nudge.later': 'Not now',
  'nudge.forget': 'Don’t remember baskets',
  'nudge.why': { one: 'You put 1 thing in {day}.', other: 'You put {count} things in {day}.' },
  'nudge.why-where': 'This browser kept it.',
  'nudge.restored': 'Back in your basket.',
  'nudge.failed': 'Could not be put back. Open the products',
  'nudge.sold-out': { one: '1 is sold out', other: '{count} are sold out' },
  'nudge.cheaper': { one: '1 costs {price} less now', other: '{count} cost {price} less now in all' },
  'nudge.dearer': { one: '1 costs {price} more now', other: '{count} cost {price} more now in all' },
} as const
