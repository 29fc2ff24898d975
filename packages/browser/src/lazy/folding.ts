// One lazy chunk: the profile from the log. Appending never waits for it.
export { emptyProfile, foldEvents } from '@shopside/engine'
export { createIdbReading } from '../log/idbReading.ts'
