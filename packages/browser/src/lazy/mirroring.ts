// One lazy chunk: the log's second copy. Appending never waits for it.
export { createMirror } from '../log/createMirror.ts'
