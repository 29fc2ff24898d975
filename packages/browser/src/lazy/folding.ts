// One lazy chunk: the profile from the log. Appending never waits for it.
export { emptyProfile, foldEvents } from '@shopside/engine'
export { compactionDue } from '../log/compactionDue.ts'
export { foldLog } from '../log/foldLog.ts'
