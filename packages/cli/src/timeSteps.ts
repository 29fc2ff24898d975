/** What a step of a build cost. */
export interface StepTime {
  step: string
  seconds: number
  /** Resident memory of the process when the step was done, in millions of bytes. */
  residentMb: number
}

/** `onProgress` with a watch: how long each step took, as far as it has come. */
export function timeSteps(onProgress: ((step: string, done: number) => void) | undefined): {
  onProgress: (step: string, done: number) => void
  steps: () => StepTime[]
} {
  const times: { step: string; at: number; before: number }[] = []
  const residentMb = (): number => Math.round(process.memoryUsage.rss() / 1e6)
  return {
    onProgress(step, done) {
      if (times.at(-1)?.step !== step) times.push({ step, at: performance.now(), before: residentMb() })
      onProgress?.(step, done)
    },
    steps: () => times.map(({ step, at }, place) => ({
      step, seconds: ((times[place + 1]?.at ?? performance.now()) - at) / 1000,
      residentMb: times[place + 1]?.before ?? residentMb(),
    })),
  }
}
