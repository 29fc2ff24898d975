// One lazy chunk: names that are none of ours. Loaded at the first such call.
export { readForeign } from '../capture/readForeign.ts'
