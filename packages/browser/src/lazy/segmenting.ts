// One lazy chunk: who this shopper is like.
export { segmentsOf } from '@shopside/engine'
