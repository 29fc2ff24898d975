// One lazy chunk: from the name of a shop platform to its source.
export { usePlatform } from '../usePlatform.ts'
