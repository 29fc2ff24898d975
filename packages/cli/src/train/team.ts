import { MessageChannel, Worker } from 'node:worker_threads'
import type { MessagePort } from 'node:worker_threads'
import type { TaskInputs } from './teamTasks.ts'

/** Who does the parts of a task. Which thread does which part changes nothing: parts write to places of their own. */
export interface Team {
  /**
   * Does all parts of a task, 0 to `parts` - 1, in any order, and returns when they are done.
   *
   * @param input what the other threads are told: plain data, whose arrays are seen by all where they lie in a SharedArrayBuffer
   *   and copied where not
   * @param mine the same task on this thread
   * @throws Error when another thread failed, or died in the middle of a part
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

/** What a thread of the team starts with. */
export interface ThreadStart {
  /** Shared, by thread: whether it is at work on a job, or died there. Place 0: `working` once deaths are noticed. */
  atWork: Int32Array
  thread: number
  /** Held until the thread ends, whatever ends it: `watchWorker` has the other end. */
  life: MessagePort
}

/** What `watchWorker` starts with: a life by thread. */
export interface WatchStart {
  atWork: Int32Array
  lives: readonly MessagePort[]
}

/** States of a thread, in `atWork`. */
export const idle = 0
export const working = 1
export const diedAtWork = 2

/** One thread: this one. */
export const alone: Team = {
  run(_name, _input, parts, mine) {
    for (let part = 0; part < parts; part++) mine(part)
  },
  close() {},
}

/** How often a thread that waits for the others looks whether they are alive. */
const lookEveryMs = 100

/**
 * This thread and `threads` - 1 others. They help as soon as they are up, and where they cannot start (no threads, a file that is
 * missing) this one does everything: the same numbers, later.
 *
 * While this thread counts or waits it hears of no event, not even that another one has died. So one more thread, which sleeps,
 * watches their lives and writes a death down where this one sees it. No other begins before it watches.
 */
export function createTeam(threads: number): Team {
  const workers: Worker[] = []
  const atWork = new Int32Array(new SharedArrayBuffer(4 * Math.max(1, threads)))
  const lives: MessagePort[] = []
  for (let thread = 1; thread < threads; thread++) {
    const { port1: life, port2: watched } = new MessageChannel()
    const worker = start('teamWorker', { atWork, thread, life }, [life])
    if (!worker) break
    worker.on('error', () => { workers.splice(workers.indexOf(worker), 1) })
    workers.push(worker)
    lives.push(watched)
  }
  const watch = lives.length > 0 ? start('watchWorker', { atWork, lives }, lives) : undefined
  // Nobody waits for threads whose death would not be noticed.
  if (watch) watch.on('error', () => {})
  else dismiss()
  return {
    run(name, input, parts, mine) {
      const state = new Int32Array(new SharedArrayBuffer(12))
      const job: Job = { name, input, parts, state }
      for (const worker of workers) worker.postMessage(job)
      takeParts(state, parts, mine)
      for (let done = Atomics.load(state, partsDone); done < parts; done = Atomics.load(state, partsDone)) {
        Atomics.wait(state, partsDone, done, lookEveryMs)
        if (atWork.some((_, thread) => Atomics.load(atWork, thread) === diedAtWork)) throw new Error(`${name}: a thread has died`)
      }
      if (Atomics.load(state, threadFailed) === 1) throw new Error(`${name}: a thread failed`)
    },
    close() {
      dismiss()
      void watch?.terminate()
    },
  }

  function dismiss(): void {
    for (const worker of workers.splice(0)) void worker.terminate()
  }
}

/** A thread that does not keep the process alive; undefined where none can be had. */
function start(name: string, workerData: ThreadStart | WatchStart, transferList: readonly MessagePort[]): Worker | undefined {
  const here = import.meta.url
  const file = `./${name}${here.endsWith('.ts') ? '.ts' : '.js'}`
  try {
    const worker = new Worker(new URL(file, here), { stderr: true, workerData, transferList: [...transferList] })
    worker.unref()
    return worker
  } catch {
    return undefined
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
