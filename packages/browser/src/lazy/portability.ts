// One lazy chunk: taking a copy and loading one.
export { exportLog } from '../remembering/exportLog.ts'
export { importLog } from '../remembering/importLog.ts'
export { previewCopy } from '../remembering/previewCopy.ts'
