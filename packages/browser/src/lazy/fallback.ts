// One lazy chunk: what only a page needs whose browser does not store, or whose last page left before it could.
export { readLastChance } from '../log/lastChance.ts'
export { createMemoryLog } from '../log/memoryLog.ts'
