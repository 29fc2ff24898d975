/** Runs `work` on every thing, at most `width` at a time, and gives the results in order. */
export async function inBatches<Thing, Result>(
  things: readonly Thing[], width: number, work: (thing: Thing, place: number) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = []
  let next = 0
  const lane = async (): Promise<void> => {
    while (next < things.length) {
      const place = next++
      results[place] = await work(things[place]!, place)
    }
  }
  await Promise.all(Array.from({ length: Math.min(width, things.length) }, lane))
  return results
}
