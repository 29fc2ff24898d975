import { Presets, SingleBar } from 'cli-progress'

/** A bar on the error stream, so that standard output stays clean. */
export interface Progress {
  update(step: string, done: number): void
  stop(): void
}

/**
 * One bar over all steps, each an equal part.
 *
 * @param wanted false with --quiet and --json; without a terminal there is no bar either
 */
export function createProgress(steps: readonly string[], wanted: boolean): Progress {
  if (!wanted || !process.stderr.isTTY) return { update: () => {}, stop: () => {} }
  const bar = new SingleBar({
    format: ' {bar} {percentage} %  {step}', hideCursor: true, clearOnComplete: true, stopOnComplete: false,
    stream: process.stderr, fps: 10,
  }, Presets.shades_classic)
  bar.start(steps.length * 100, 0, { step: steps[0] ?? '' })
  let stopped = false
  return {
    update(step, done) {
      bar.update(Math.round((Math.max(0, steps.indexOf(step)) + Math.min(1, done)) * 100), { step })
    },
    stop() {
      if (!stopped) bar.stop()
      stopped = true
    },
  }
}
