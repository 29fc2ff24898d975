import { habits } from '../../packages/cli/src/tune/testing/habits.ts'
import { tryHabit } from '../../packages/cli/src/tune/testing/tryHabit.ts'

/**
 * Lines of the long form: each habit at three times the size of the unit test, asked about by 600 visits, with several seeds. The
 * constants are those of the first seed.
 */
export async function habitRows(seeds: number): Promise<string> {
  const lines: string[] = []
  for (const [name, habit] of Object.entries(habits)) {
    const losses: number[] = []
    let chosen = ''
    for (let seed = 1; seed <= seeds; seed++) {
      const { tuned, worth, best, bestNext } = await tryHabit({ ...habit, visits: habit.visits * 3 }, seed, 600)
      losses.push((best - worth) * 100)
      if (seed === 1) chosen = `  chosen: ${said(tuned?.next)}\n  best:   ${said(bestNext)}`
    }
    const mean = losses.reduce((sum, loss) => sum + loss, 0) / losses.length
    lines.push(
      `${name}: ${mean.toFixed(2)} points below an exhaustive search on the visits after, at worst `
      + `${Math.max(...losses).toFixed(2)} of ${seeds} seeds`,
      chosen,
    )
  }
  return lines.join('\n')
}

function said(next: object | undefined): string {
  return next ? Object.entries(next).map(pair => pair.join(' ')).join(', ') : 'nothing, too few visits'
}
