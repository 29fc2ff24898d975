/** How shoppers of a made-up shop behave. */
export interface Habit {
  items: number
  visits: number
  /** Mean looks of a visit, at least 2. */
  length: number
  /** Share of looks that go back to an item of the visit. */
  repeats: number
  /** Looks that decide which item comes next: 1 = the present one alone. */
  memory: number
}

/** Four habits that no one setting serves, small enough for a unit test. */
export const habits: Readonly<Record<string, Habit>> = {
  'short sessions': { items: 150, visits: 1500, length: 2.3, repeats: 0.1, memory: 1 },
  'many repeats': { items: 150, visits: 500, length: 6, repeats: 0.6, memory: 2 },
  'few repeats': { items: 150, visits: 500, length: 6, repeats: 0.02, memory: 4 },
  'a new shop of 500 orders': { items: 80, visits: 500, length: 5, repeats: 0.3, memory: 2 },
}

/** A generator of numbers in [0, 1) (mulberry32, public domain): the same seed, the same visits. */
export function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = state + 0x6d2b79f5 | 0
    let mixed = Math.imul(state ^ state >>> 15, 1 | state)
    mixed = mixed + Math.imul(mixed ^ mixed >>> 7, 61 | mixed) ^ mixed
    return ((mixed ^ mixed >>> 14) >>> 0) / 4294967296
  }
}

/** Visits of a habit, oldest first, as item numbers: a shopper goes from item to item of like number, or back to one seen. */
export function makeVisits({ items, visits, length, repeats, memory }: Habit, seed: number): number[][] {
  const random = seeded(seed)
  const below = (count: number): number => Math.floor(random() * count)
  return Array.from({ length: visits }, () => {
    // Low numbers are popular.
    const visit = [Math.floor(items * random() ** 2)]
    while (visit.length < 2 || random() < 1 - 1 / (length - 1)) {
      if (random() < repeats) visit.push(visit[below(visit.length)]!)
      else {
        const from = visit[visit.length - 1 - below(Math.min(memory, visit.length))]!
        const step = 1 + Math.floor(12 * random() ** 3)
        visit.push((from + (random() < 0.7 ? step : items - step)) % items)
      }
    }
    return visit
  })
}
