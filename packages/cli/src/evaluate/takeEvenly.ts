/**
 * Every so many-th of a list from its first on, so that there are at most `most`: always the same ones.
 *
 * @param most at least 1
 */
export function takeEvenly<Value>(list: readonly Value[], most: number): readonly Value[] {
  const every = stepFor(list.length, most)
  return every === 1 ? list : list.filter((_, place) => place % every === 0)
}

/** Every how many-th of `count` to take so that at most `most` are taken. */
export function stepFor(count: number, most: number): number {
  return Math.max(1, Math.ceil(count / most))
}
