// One lazy chunk: what the shopper may see of the log, and take out of it.
export { createRemembering } from '../remembering/createRemembering.ts'
