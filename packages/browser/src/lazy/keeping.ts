// One lazy chunk: the last good model in this browser. Where nothing is kept, a page does not wait for it.
export { openKeptModel } from '../model/keptModel.ts'
