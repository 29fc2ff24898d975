import { catalogFile, ordersFile } from '../store/paths.ts'
import type { Figures } from './figures.ts'
import { measureBuild } from './measureBuild.ts'

/** Seconds and peak memory of `shopside build` on the whole data set of the demo. */
export async function benchBuild(): Promise<Figures> {
  const { seconds, peakMb } = await measureBuild(['--catalog', catalogFile, '--orders', ordersFile])
  return [
    ['build, whole data set', `${seconds.toFixed(1)} s`],
    ['build, peak memory', peakMb === undefined ? 'not known on this system' : `${peakMb} MB`],
  ]
}
