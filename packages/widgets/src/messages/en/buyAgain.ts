/** Words of buy-again cards. */
export const buyAgain = {
  'quantity': 'Quantity',
  'fewer': 'One fewer',
  'more': 'One more',
  'card.last-time': 'Last time: {day}, {count}',
} as const
