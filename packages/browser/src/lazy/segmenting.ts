// One lazy chunk: who this shopper is like, and what is to be expected.
export { maxNormsBytes, readNorms } from '@shopside/engine'
export { createSegmenting } from '../segments/createSegmenting.ts'
