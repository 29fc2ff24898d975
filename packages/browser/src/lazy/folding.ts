// One lazy chunk: the profile from the log. Appending never waits for it.
export { emptyProfile, foldPlain as foldEvents } from '@shopside/engine'
export { createIdbReading } from '../log/idbReading.ts'
