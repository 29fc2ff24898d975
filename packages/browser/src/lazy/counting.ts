// One lazy chunk: the fold that counts for a shop's rules too.
export { foldEvents } from '@shopside/engine'
