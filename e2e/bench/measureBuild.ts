import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root } from '../root.ts'

/** How often the memory is looked at, in ms: the highest water mark is kept by the system, so seldom is enough. */
const lookEveryMs = 100

/** What a build cost. */
export interface BuildCost {
  seconds: number
  /** Highest resident memory; undefined where the system does not say. */
  peakMb: number | undefined
  /** By step: seconds, and the resident memory at its end. */
  steps: { step: string; seconds: number; residentMb: number }[]
}

/**
 * Seconds and peak memory of `shopside build` by the built CLI in a process of its own. @param options what it is told, without
 * `--out`
 */
export async function measureBuild(options: readonly string[]): Promise<BuildCost> {
  const out = mkdtempSync(join(tmpdir(), 'shopside-bench-'))
  const cli = join(root, 'packages', 'cli', 'dist', 'bin.js')
  const startedAt = performance.now()
  const args = [cli, 'build', ...options, '--json', '--out', join(out, 'model')]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  let peakKb = 0
  let report = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => { report += text })
  const timer = setInterval(() => { peakKb = Math.max(peakKb, peakOf(child.pid)) }, lookEveryMs)
  const code = await new Promise<number>(resolve => child.on('close', status => resolve(status ?? 1)))
  clearInterval(timer)
  const seconds = (performance.now() - startedAt) / 1000
  rmSync(out, { recursive: true, force: true })
  if (code !== 0) throw new Error(`shopside build ended with ${code}`)
  const { steps } = JSON.parse(report) as Pick<BuildCost, 'steps'>
  return { seconds, peakMb: peakKb === 0 ? undefined : Math.round(peakKb / 1024), steps }
}

/** Highest resident memory of a process so far, in kB; 0 where the system does not say. */
function peakOf(pid: number | undefined): number {
  const path = `/proc/${pid}/status`
  try {
    return existsSync(path) ? Number(/VmHWM:\s+(\d+)/.exec(readFileSync(path, 'utf8'))?.[1] ?? 0) : 0
  } catch {
    return 0 // it ended between two looks
  }
}
