import { isFull } from './browser/isFull.ts'
import { fuzzModel } from './fuzz/fuzzModel.ts'
import { measureMemory } from './fuzz/measureMemory.ts'
import { seedOf } from './seededRandom.ts'
import { writeCounts } from './suites/writeCounts.ts'

// `pnpm fuzz:model`: mutated models, heads, shards and rows, each read whole or refused with ModelError; and what reading takes
// of memory.
// 10,000 mutations, a million with `--full`; `--seed N` repeats a run. Counts are files that were read or refused as they must.

const wanted = isFull || process.argv.includes('--full') ? 1_000_000 : 10_000
const startedAt = performance.now()
const seed = seedOf(process.argv)
const kinds = fuzzModel(wanted, seed)
let passed = 0
const problems: string[] = []
for (const { name, read, refused, thrown } of kinds) {
  console.log(`${name.padEnd(10)} ${read} read, ${refused} refused with ModelError, ${thrown.length} other errors`)
  for (const error of thrown.slice(0, 3)) console.log(error)
  // A reader so strict that nothing passes would be tested by nothing.
  const isUsed = read > 0 && refused > 0
  if (isUsed && !thrown.length) passed++
  else problems.push(thrown[0] ?? `${name}: ${read} read, ${refused} refused`)
}
for (const { name, fileBytes, madeBytes } of measureMemory(seed)) {
  const times = madeBytes / fileBytes
  console.log(`memory     ${name}: ${madeBytes.toLocaleString('en-GB')} bytes made beside a file of ${fileBytes.toLocaleString('en-GB')}: ${times.toFixed(2)} times`)
  if (times <= 2) passed++
  else problems.push(`${name}: ${times.toFixed(2)} times the file`)
}
console.log(
  `seed ${seed}, ${wanted.toLocaleString('en-GB')} mutations, ${((performance.now() - startedAt) / 60_000).toFixed(2)} minutes`,
)
writeCounts('fuzz', { passed, problems })
process.exit(problems.length ? 1 : 0)
