/** Words that every widget needs. */
export const shared = {
  'language': 'en-GB',
  'day.on': 'on {day}',
  'close': 'Close',
  'undo': 'Undo',
  'card.why': 'Why this',
} as const
