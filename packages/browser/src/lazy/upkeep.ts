// One lazy chunk: what a log needs now and then, and when a copy is taken or loaded.
export { compactLog } from '../log/compactLog.ts'
export { mergeLog } from '../log/mergeLog.ts'
export { purgeLog } from '../log/purgeLog.ts'
export { readLog } from '../log/readLog.ts'
export { withRules } from '../log/withRules.ts'
