import { describe, expect, it } from 'vitest'
import { toTitle } from './title.ts'
import { titles } from './title.golden.ts'

describe('toTitle', () => {
  it.each(titles)('sets %s', (raw, title) => {
    expect(toTitle(raw)).toBe(title)
  })

  it.each([
    ['S/4 CACTI CANDLES', 'Set of 4 Cacti Candles'],
    ["PINK B'FLY C/COVER W BOBBLES", 'Pink Butterfly Cushion Cover with Bobbles'],
    ["ASS COL SMALL SAND GECKO P'WEIGHT", 'Assorted Colour Small Sand Gecko Paperweight'],
    ['ENGLISH ROSE NOTEBOOK A7 SIZE', 'English Rose Notebook A7 Size'],
    ['SET OF 6 3D KIT CARDS FOR KIDS', 'Set of 6 3D Kit Cards for Kids'],
    ["BOX OF 6 MINI 50'S CRACKERS", "Box of 6 Mini 50's Crackers"],
    ['SET 10 CARDS SNOWY ROBIN 17099', 'Set of 10 Cards Snowy Robin'],
    ['PACK/12 BLUE FOLKART CARDS', 'Pack of 12 Blue Folkart Cards'],
    ['GREETING CARD, TWO SISTERS.', 'Greeting Card, Two Sisters'],
    ['POLYESTER FILLER PAD 65CMx65CM', 'Polyester Filler Pad 65cmx65cm'],
  ])('spells out %s', (raw, title) => {
    expect(toTitle(raw)).toBe(title)
  })
})
