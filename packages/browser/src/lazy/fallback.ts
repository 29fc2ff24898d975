// One lazy chunk: what only a page needs whose browser does not store, or whose last page left before it could.
export { drainLastChance } from '../log/drainLastChance.ts'
export { comeBack, fallBack } from '../log/fallBack.ts'
export { makeRoom } from '../log/makeRoom.ts'
