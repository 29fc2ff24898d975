// One lazy chunk: what a page that has stored something does at idle. Appending never waits for it.
export { compactOnce } from '../log/compactOnce.ts'
export { createMirror } from '../log/createMirror.ts'
