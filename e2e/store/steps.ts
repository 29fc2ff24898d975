import pc from 'picocolors'

/** Runs named steps and says how long each took. */
export interface Steps {
  /** `work` may give back a remark, shown behind the time. */
  step<Result>(name: string, work: () => Promise<Result>, remark?: (result: Result) => string): Promise<Result>
}

/** @param total number of steps, for "2/5" */
export function createSteps(total: number): Steps {
  let count = 0
  return {
    async step(name, work, remark) {
      count += 1
      const label = `${pc.dim(`${count}/${total}`)} ${name.padEnd(13)}`
      const startedAt = performance.now()
      if (process.stdout.isTTY) process.stdout.write(`${label}\r`)
      const result = await work()
      const seconds = ((performance.now() - startedAt) / 1000).toFixed(1).padStart(5)
      const words = remark?.(result) ?? ''
      console.log(`${label}${seconds} s${words === '' ? '' : `  ${pc.dim(words)}`}`)
      return result
    },
  }
}
