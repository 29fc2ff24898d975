import type { ModelParams } from '@shopside/engine'

/** Constants of a list for who ordered before. */
export type HabitConstants = Pick<ModelParams, 'orderDecay' | 'habitNeighbours' | 'habitPopular'>

const orderDecays = [1, 0.95, 0.9, 0.8, 0.6]
const neighbourWorths = [0, 0.03, 0.1, 0.3, 1]
const popularWorths = [0, 1, 2, 4, 8]

/** All that tuning compares: all of it is judged, so the best of it is found. */
export const habitGrid: readonly HabitConstants[] = orderDecays.flatMap(orderDecay =>
  neighbourWorths.flatMap(habitNeighbours =>
    popularWorths.map(habitPopular => ({ orderDecay, habitNeighbours, habitPopular }))))
