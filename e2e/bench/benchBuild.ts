import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root } from '../root.ts'
import { catalogFile, ordersFile } from '../store/paths.ts'
import type { Figures } from './figures.ts'

/** How often the memory is looked at, in ms: the highest water mark is kept by the system, so seldom is enough. */
const lookEveryMs = 100

/** Seconds and peak memory of `shopside build` on the whole data set, by the built CLI in a process of its own. */
export async function benchBuild(): Promise<Figures> {
  const out = mkdtempSync(join(tmpdir(), 'shopside-bench-'))
  const cli = join(root, 'packages', 'cli', 'dist', 'bin.js')
  const startedAt = performance.now()
  const child = spawn(process.execPath, [cli, 'build', '--catalog', catalogFile, '--orders', ordersFile, '--out', join(out, 'model')], { stdio: 'ignore' })
  let peakKb = 0
  const timer = setInterval(() => { peakKb = Math.max(peakKb, peakOf(child.pid)) }, lookEveryMs)
  const code = await new Promise<number>(resolve => child.on('close', status => resolve(status ?? 1)))
  clearInterval(timer)
  const seconds = (performance.now() - startedAt) / 1000
  rmSync(out, { recursive: true, force: true })
  if (code !== 0) throw new Error(`shopside build ended with ${code}`)
  return [
    ['build, whole data set', `${seconds.toFixed(1)} s`],
    ['build, peak memory', peakKb === 0 ? 'not known on this system' : `${Math.round(peakKb / 1024)} MB`],
  ]
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
