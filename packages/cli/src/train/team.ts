import { Worker } from 'node:worker_threads'
import type { TaskInputs } from './teamTasks.ts'

/** Who does the parts of a task. Which thread does which part changes nothing: parts write to places of their own. */
export interface Team {
  /**
   * Does all parts of a task, 0 to `parts` - 1, in any order, and returns when they are done.
   *
   * @param input what the other threads are told: plain data, whose arrays are seen by all where they lie in a SharedArrayBuffer
   *   and copied where not
   * @param mine the same task on this thread
   * @throws Error when another thread failed
   */
  run<Name extends keyof TaskInputs>(name: Name, input: TaskInputs[Name], parts: number, mine: (part: number) => void): void
  /** Sends the other threads home. */
  close(): void
}

/** What a thread is told. */
export interface Job {
  name: keyof TaskInputs
  input: TaskInputs[keyof TaskInputs]
  parts: number
  /** Shared: the next part that nobody has taken, parts that are done, 1 when a thread failed. */
  state: Int32Array
}

/** Places in a job's state. */
export const nextPart = 0
export const partsDone = 1
export const threadFailed = 2

/** One thread: this one. */
export const alone: Team = {
  run(_name, _input, parts, mine) {
    for (let part = 0; part < parts; part++) mine(part)
  },
  close() {},
}

/** A part takes seconds at the worst; a thread that says nothing for so long has died. */
const patienceMs = 600_000

/**
 * This thread and `threads` - 1 others. They help as soon as they are up, and where they cannot start (no threads, a file that is
 * missing) this one does everything: the same numbers, later.
 */
export function createTeam(threads: number): Team {
  const workers: Worker[] = []
  const here = import.meta.url
  const file = here.endsWith('.ts') ? './teamWorker.ts' : './teamWorker.js'
  for (let thread = 1; thread < threads; thread++) {
    try {
      const worker = new Worker(new URL(file, here), { stderr: true })
      worker.on('error', () => { workers.splice(workers.indexOf(worker), 1) })
      worker.unref()
      workers.push(worker)
    } catch {
      break
    }
  }
  return {
    run(name, input, parts, mine) {
      const state = new Int32Array(new SharedArrayBuffer(12))
      const job: Job = { name, input, parts, state }
      for (const worker of workers) worker.postMessage(job)
      takeParts(state, parts, mine)
      for (let done = Atomics.load(state, partsDone); done < parts; done = Atomics.load(state, partsDone)) {
        if (Atomics.wait(state, partsDone, done, patienceMs) === 'timed-out') throw new Error(`${name}: a thread has died`)
      }
      if (Atomics.load(state, threadFailed) === 1) throw new Error(`${name}: a thread failed`)
    },
    close() {
      for (const worker of workers.splice(0)) void worker.terminate()
    },
  }
}

/** Does parts until none is left. */
export function takeParts(state: Int32Array, parts: number, take: (part: number) => void): void {
  for (let part = Atomics.add(state, nextPart, 1); part < parts; part = Atomics.add(state, nextPart, 1)) {
    take(part)
    Atomics.add(state, partsDone, 1)
    Atomics.notify(state, partsDone)
  }
}
