import { checkOnce } from '../packages/engine/src/segments/testing/checkOnce.ts'
import { wordsIn } from '../packages/engine/src/segments/testing/anyRule.ts'
import { isFull } from './browser/isFull.ts'
import { seededRandom, seedOf } from './seededRandom.ts'
import { writeCounts } from './suites/writeCounts.ts'

// `pnpm fuzz:segments`: random logs and rules, folded in random pieces, against brute force over the whole log, at random moments and on
// the edges of windows. As many logs as 25 seconds take, 10,000 with `--full`; `--seed N` repeats a run.

const isLong = isFull || process.argv.includes('--full')
const most = 10_000
const secondsAtMost = isLong ? Infinity : 25
const seed = seedOf(process.argv)
const startedAt = performance.now()
const words = new Map<string, number>()
let [logs, rules, asked, held, wrong] = [0, 0, 0, 0, 0]
while (logs < most && performance.now() - startedAt < secondsAtMost * 1000) {
  const checked = checkOnce(seededRandom(seed + logs))
  logs++
  rules += checked.specs.length
  asked += checked.asked
  held += checked.held
  for (const { rule } of checked.specs) for (const word of wordsIn(rule)) words.set(word, (words.get(word) ?? 0) + 1)
  if (!checked.difference) continue
  wrong++
  if (wrong <= 3) console.log(`seed ${seed + logs - 1}`, JSON.stringify(checked.difference), JSON.stringify(checked.specs))
}
const [rarest, times] = [...words].reduce((a, b) => (b[1] < a[1] ? b : a), ['', Infinity])
const share = (part: number, of: number): string => `${(100 * part / of).toFixed(1)} %`
console.log(`${logs.toLocaleString('en-GB')} logs, ${rules.toLocaleString('en-GB')} rules asked ${asked.toLocaleString('en-GB')} times: ${wrong} logs differ from brute force`)
console.log(`rules held ${share(held, asked)} of the times; rarest of ${words.size} operators: ${rarest}, in ${share(times, rules)} of the rules`)
console.log(`seed ${seed}, ${((performance.now() - startedAt) / 60_000).toFixed(2)} minutes`)
// Rules that never, or always, hold would be tested by nothing, as would an operator that hardly comes up.
const isTested = held / asked > 0.2 && held / asked < 0.8 && times / rules >= 0.02 && words.size >= 44
const problems = [
  ...wrong ? [`${wrong} logs differ from brute force, seed ${seed}`] : [],
  ...isTested ? [] : ['rules that hold too often or too seldom, or an operator that hardly comes up'],
]
writeCounts('segments', { passed: 2 - problems.length, problems })
process.exit(problems.length ? 1 : 0)
