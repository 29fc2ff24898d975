/** Words of what the shopper told, and of what is expected. */
export const privacyTold = {
  'told.name': 'You said your name: {value}',
  'told.birthday': 'You said your birthday: {value}',
  'told.size': 'You said your size: {value}',
  'told.other': 'You said {name}: {value}',
  'told.yes': 'Yes',
  'told.no': 'No',
  'told.forgotten': 'Forgotten.',
  'expected.orders': 'Orders expected in {days} days: about {number}.',
  'expected.value': 'Expected to be spent in {days} days: about {price}.',
  'expected.need': '{title} may be needed again about {day}.',
  'expected.need-now': '{title} may be needed again now.',
  'expected.because': 'Because of your orders, and how others come back.',
} as const
