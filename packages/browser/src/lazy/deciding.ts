// One lazy chunk: whether a nudge may speak.
export { decideCartNudge } from '@shopside/engine'
