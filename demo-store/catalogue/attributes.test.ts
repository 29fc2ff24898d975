import { describe, expect, it } from 'vitest'
import { toColour, toColours } from './colour.ts'
import { toDepartment } from './department.ts'
import { toKind } from './kind.ts'
import { toMotif } from './motif.ts'
import { toSetSize } from './setSize.ts'

describe('what a title says', () => {
  it.each([
    ['Jumbo Bag Red Retrospot', 'jumbo bag', 'red', 'Retrospot', undefined, 'Bags & Lunch'],
    ['Regency Cakestand 3 Tier', 'cake stand', undefined, 'Regency', undefined, 'Tea & Table'],
    ['Set of 3 Cake Tins Pantry Design', 'cake tins', undefined, 'Pantry', 3, 'Kitchen & Baking'],
    ['72 Sweetheart Fairy Cake Cases', 'cake cases', undefined, 'Fairy Cake', 72, 'Kitchen & Baking'],
    ["Gardener's Kneeling Pad Cup of Tea", 'garden kneeler', undefined, 'Tea Time', undefined, 'Garden'],
    ['Set of 6 Ivory Bird T-Light Candles', 't-lights', 'ivory', 'Birds', 6, 'Candles & Lights'],
    ["Paper Chain Kit 50's Christmas", 'paper chain', undefined, 'Christmas', undefined, 'Christmas'],
    ['Spaceboy Birthday Card', 'greeting card', undefined, 'Spaceboy', undefined, 'Paper & Post'],
    ['Hand Over the Chocolate Sign', 'sign', undefined, undefined, undefined, 'Home & Walls'],
    ['Chocolate Hot Water Bottle', 'hot water bottle', 'chocolate', undefined, undefined, 'Home & Walls'],
    ['White Ice Cream Thing', undefined, 'white', 'Fairy Cake', undefined, 'Trinkets'],
  ])('reads %s', (title, kind, colour, motif, setSize, department) => {
    expect({
      kind: toKind(title),
      colour: toColour(title)?.name,
      motif: toMotif(title),
      setSize: toSetSize(title),
      department: toDepartment(toKind(title), title),
    }).toEqual({ kind, colour, motif, setSize, department })
  })

  it('finds every colour of a title once, in its order', () => {
    expect(toColours('Folding Umbrella Red and White Red Polkadot').map(colour => colour.name)).toEqual(['red', 'white'])
  })
})
