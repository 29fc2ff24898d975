// One lazy chunk: what reads and folds the log. Appending never waits for it.
export { emptyProfile, foldEvents } from '@shopside/engine'
export { compactLog } from '../log/compactLog.ts'
export { foldLog } from '../log/foldLog.ts'
export { mergeLog } from '../log/mergeLog.ts'
export { readLog } from '../log/readLog.ts'
