import pc from 'picocolors'
import { sdkDir } from '../store/paths.ts'
import { budgets } from './budgets.ts'
import { judgeSizes, type SizeLine } from './judgeSizes.ts'
import { measureSizes } from './measureSizes.ts'

/**
 * Prints the brotli size of everything that ships beside its budget: `!` misses DESIGN's goal and is held where it is today, `✗`
 * has grown. @returns the lines, for whoever counts
 */
export function printSizes(): SizeLine[] {
  const files = measureSizes(sdkDir)
  if (files.length === 0) throw new Error('Nothing is built: run "pnpm build" first.')
  const lines = judgeSizes(files, budgets)
  const kb = (bytes: number): string => (bytes / 1000).toFixed(2).padStart(6)
  for (const line of lines) {
    const isOver = line.goalBytes !== undefined && line.bytes > line.goalBytes
    const mark = !line.ok ? pc.red('✗') : isOver ? pc.yellow('!') : pc.green('✓')
    const limit = line.goalBytes === undefined
      ? pc.red('no budget') : `of ${kb(line.goalBytes)} kB${isOver ? pc.yellow(' missed') : ''}`
    console.log(`${mark} ${line.name.padEnd(28)} ${kb(line.bytes)} ${limit}  ${pc.dim(line.files.length > 3 ? `${line.files.length} files` : line.files.join(' '))}`)
  }
  console.log(`all files, each by itself ${kb(files.reduce((sum, { bytes }) => sum + bytes, 0))} kB`)
  return lines
}
