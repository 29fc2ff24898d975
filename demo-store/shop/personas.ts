/** A real customer of the data, by what they bought. No name, face or age is given to anybody. */
export interface Persona {
  /** Customer number in the orders. */
  readonly id: string
  /** What they bought, after the number. */
  readonly bought: string
}

/** Whom one can be in the panel. */
export const personas: readonly Persona[] = [
  { id: '18058', bought: 'one order of hearts' },
  { id: '15373', bought: 'cakestands and retrospot, twelve orders' },
  { id: '17402', bought: 'soldier skittles, ten times' },
  { id: '13094', bought: '72 fluted t-light glasses about once a month, soon due' },
  { id: '15827', bought: 'cake tins, none for ten weeks' },
  { id: '15107', bought: 'silent since February' },
  { id: '14646', bought: 'lunch boxes by the hundred' },
]
