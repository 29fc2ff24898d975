import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildPackages } from './build/buildPackages.ts'
import { readDoc } from './docs.ts'
import { root } from './root.ts'
import { printSizes } from './size/printSizes.ts'
import { sizeTable, withSizeTable } from './size/readmeSizes.ts'

// `pnpm size`: builds what changed, prints what ships, fails over a budget. `--write` puts the figures into the README.
try {
  await buildPackages(() => {})
  const lines = printSizes()
  if (process.argv.includes('--write')) {
    writeFileSync(join(root, 'README.md'), withSizeTable(readDoc('README.md'), sizeTable(lines)))
  }
  if (lines.some(line => !line.ok)) process.exitCode = 1
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
