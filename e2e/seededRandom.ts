/**
 * Numbers in [0, 1) that come again with the same seed (mulberry32, public domain, by Tommy Ettinger).
 * Every run that uses chance prints its seed.
 */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** The seed of this run: `--seed N`, else one by the clock. */
export function seedOf(args: readonly string[]): number {
  const place = args.indexOf('--seed')
  return place >= 0 ? Number(args[place + 1]) || 0 : Date.now() % 1_000_000
}
