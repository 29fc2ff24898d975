import type { Budget } from './budgets.ts'
import type { ShippedFile } from './measureSizes.ts'

/** A line of the table that `pnpm size` prints. */
export interface SizeLine {
  name: string
  bytes: number
  /** DESIGN's budget; undefined: nobody gave it one. */
  goalBytes?: number
  files: string[]
  ok: boolean
}

/**
 * Holds shipped files against the budgets: a line each, each file in the first line that names it (sums beside), then every file
 * that none does.
 */
export function judgeSizes(files: ShippedFile[], budgets: Budget[]): SizeLine[] {
  const bytesOf = new Map(files.map(file => [file.path, file.bytes]))
  const lines: SizeLine[] = []
  const covered = new Set<string>()
  for (const budget of budgets) {
    const paths = new Set<string>()
    for (const file of files) {
      if ((covered.has(file.path) && !budget.isSum) || !budget.files.test(file.path)) continue
      paths.add(file.path)
      if (budget.withStaticImports) for (const other of file.staticImports) paths.add(other)
    }
    if (paths.size === 0) continue
    let bytes = 0
    for (const path of paths) {
      if (!budget.isSum) covered.add(path)
      bytes += bytesOf.get(path) ?? 0
    }
    const ok = bytes <= (budget.todayKb ?? budget.goalKb) * 1000
    lines.push({ name: budget.name, bytes, goalBytes: budget.goalKb * 1000, files: [...paths], ok })
  }
  for (const file of files) {
    if (!covered.has(file.path)) lines.push({ name: file.path, bytes: file.bytes, files: [file.path], ok: false })
  }
  return lines
}
