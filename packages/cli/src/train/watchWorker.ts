import { workerData } from 'node:worker_threads'
import type { WatchStart } from './team.ts'
import { diedAtWork, working } from './team.ts'

const { atWork, lives } = workerData as WatchStart

// The thread of `createTeam` that sleeps until another one ends: whatever ended it (no memory, an exit), its end of the life is
// closed then. The first thread of the team is the one that started it, and has no life here.
lives.forEach((life, place) => {
  life.on('close', () => { Atomics.compareExchange(atWork, place + 1, working, diedAtWork) })
  life.ref()
})
// A life that ended earlier told nobody, and took no part.
Atomics.store(atWork, 0, working)
Atomics.notify(atWork, 0)
