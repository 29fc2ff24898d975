import { parentPort, workerData } from 'node:worker_threads'
import type { Job, ThreadStart } from './team.ts'
import { idle, nextPart, partsDone, takeParts, threadFailed, working } from './team.ts'
import { teamTasks } from './teamTasks.ts'

const { atWork, thread } = workerData as ThreadStart

// A thread of `createTeam`: does parts of one job after the other.
parentPort?.on('message', ({ name, input, parts, state }: Job) => {
  // A death that nobody notices would be waited for.
  Atomics.wait(atWork, 0, idle)
  // This one came too late.
  if (Atomics.load(state, nextPart) >= parts) return
  Atomics.store(atWork, thread, working)
  try {
    const task = teamTasks[name] as (told: typeof input) => (part: number) => void
    takeParts(state, parts, task(input))
  } catch {
    Atomics.store(state, threadFailed, 1)
    // The part that failed, and all that are left, count as done: nobody waits for them.
    Atomics.store(state, nextPart, parts)
    Atomics.store(state, partsDone, parts)
    Atomics.notify(state, partsDone)
  }
  Atomics.store(atWork, thread, idle)
})
