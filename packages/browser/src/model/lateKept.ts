import type { Environment } from '../environment.ts'
import { loadTwice } from '../loadTwice.ts'
import { cachesOf } from '../log/cachesOf.ts'
import { whenIdle } from '../page/whenIdle.ts'
import type { KeptModel } from './keptModel.ts'
import { keptModelName } from './keptModelName.ts'

/**
 * The last good copy, whose file is loaded only where there is one, or at idle when there is something to keep. Looking whether
 * there is one opens nothing.
 *
 * @param mayKeep while `personalize` is granted
 */
export function createLateKept(environment: Environment, name: string, mayKeep: () => boolean): KeptModel {
  let opening: Promise<KeptModel> | undefined
  const open = (): Promise<KeptModel> => opening ??= loadTwice(() => import('../lazy/keeping.ts'))
    .then(({ openKeptModel }) => openKeptModel(environment, name, mayKeep))

  async function isThere(): Promise<boolean> {
    return mayKeep() && await cachesOf(environment)?.has(keptModelName(name)) === true
  }
  /** What cannot be kept is fetched again by the next page. */
  const atIdle = (work: (kept: KeptModel) => Promise<void>): Promise<void> =>
    new Promise(done => whenIdle(environment.window, () => {
    if (mayKeep()) open().then(work).then(done, () => done())
    else done()
  }))

  return {
    manifest: async () => (await isThere().catch(() => false) ? (await open().catch(() => undefined))?.manifest() : undefined),
    file: async file => (await opening?.catch(() => undefined))?.file(file),
    keep: (file, bytes) => atIdle(kept => kept.keep(file, bytes)),
    settle: (manifest, head) => atIdle(kept => kept.settle(manifest, head)),
  }
}
