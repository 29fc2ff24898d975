// One lazy chunk: for the few baskets that name themselves.
export { hashId } from '@shopside/engine'
