import type { ModelParams } from './model.ts'

/**
 * What is taken where a shop has too little history to learn it from. Ranking constants: the measured production design, one
 * for all shops; gaps: medians of what gift and grocery shops show.
 */
export const defaultParams: ModelParams = {
  viewHalfLifeDays: 7,
  next: { items: 10, decay: 1.5, twoHop: 0.15, reminder: 1, current: 0.3, times: 0 },
  basketDecay: 0.5,
  orderDecay: 0.9,
  habitNeighbours: 0.5,
  habitPopular: 1,
  gapDays: [30, 60, 120, 180],
  newWithinDays: 45,
}
