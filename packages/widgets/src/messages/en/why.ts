/** Words of the "Why this" popover. */
export const why = {
  'fact.viewed-item': { one: 'You looked at {title} {day}', other: 'You looked {count} times at {title}, last {day}' },
  'fact.ordered-item': 'You bought {title} {day}',
  'fact.bought-with-one-in': '1 in {count} who bought {title} bought this',
  'fact.buy-again': { one: 'You bought this {day}', other: 'You bought this {count} times, last {day}' },
  'fact.seen-before': { one: 'You looked at this {day}', other: 'You looked at this {count} times, last {day}' },
  'why.more': 'More like this',
  'why.more-done': 'Noted for the next page',
  'why.not-for-me': 'Not for me',
  'why.remembered': 'See what is remembered',
} as const
