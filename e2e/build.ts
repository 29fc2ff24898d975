import { buildDeclarations, buildPackages } from './build/buildPackages.ts'

/** `pnpm build`: builds what changed, says what it did. */
const startedAt = performance.now()
try {
  const report = await buildPackages(line => console.log(line))
  await buildDeclarations()
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1)
  console.log(`built ${report.built.join(', ') || 'nothing'} in ${seconds} s; unchanged: ${report.skipped.join(', ') || 'none'}`)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
