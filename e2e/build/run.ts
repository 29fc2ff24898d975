import { spawn } from 'node:child_process'
import { root } from '../root.ts'

/** What came of a command. */
export interface RunResult {
  code: number
  /** stdout and stderr, in the order they came; empty where they were shown instead. */
  output: string
  seconds: number
}

/** How `run` is to run. */
export interface RunOptions {
  /** @default the workspace root */
  cwd?: string
  /** Added to this process's environment. */
  env?: Record<string, string>
  /** True: the command writes to our terminal. @default false, collected in `output` */
  show?: boolean
}

/** Runs a command to its end. Never throws for a command that fails: look at `code` (1 when it could not be started). */
export function run(command: string, args: string[], options: RunOptions = {}): Promise<RunResult> {
  const startedAt = performance.now()
  return new Promise(resolve => {
    const child = spawn(command, args, {
      cwd: options.cwd ?? root,
      env: { ...process.env, ...options.env },
      stdio: options.show ? 'inherit' : ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    child.stdout?.on('data', (chunk: Buffer) => { output += chunk.toString() })
    child.stderr?.on('data', (chunk: Buffer) => { output += chunk.toString() })
    const end = (code: number): void => resolve({ code, output, seconds: (performance.now() - startedAt) / 1000 })
    child.on('error', error => {
      output += `${command}: ${error.message}\n`
      end(1)
    })
    child.on('close', code => end(code ?? 1))
  })
}
