import { alone } from '../log/alone.ts'
import type { WayIn } from '../wayIn.ts'
import { isSomethingStored } from './isSomethingStored.ts'

/** Longest wait for another tab that erases: a frozen one holds its lock until it is thawed. */
const lockTimeoutMs = 2000

/**
 * Empties every store behind the tombstone, one tab at a time, and takes the tombstone away once all reads back empty.
 * Does nothing where no tombstone stands, but after a no: then something may be left whose grant is not known any more.
 *
 * @throws where the stores cannot be emptied: the tombstone stays, and the next page tries again before it opens anything
 */
export async function emptyStores(
  { environment, name, gate, log, tabs }: Pick<WayIn, 'environment' | 'name' | 'gate' | 'log' | 'tabs'>,
): Promise<void> {
  if (!gate.mustErase()) {
    if (gate.state.peek().personalize !== 'denied' || !await isSomethingStored(environment, name)) return
    // Answered otherwise while we looked.
    if (gate.state.peek().personalize !== 'denied') return
    gate.bury()
    // Another tab was granted meanwhile: what is stored now is its own.
    if (!gate.mustErase()) return
  }
  // They let go of their connections at once, and of what they show.
  tell()
  // One tab at a time: two that erase would else take what was answered and stored between them.
  let begun = false
  const run = async (): Promise<void> => {
    begun = true
    // Another tab may have done it while we waited.
    if (gate.mustErase()) await log.eraseStores()
    gate.erased()
  }
  await alone(environment, `${name}.erase`, lockTimeoutMs, run).catch((error: unknown) => {
    if (begun) throw error
    // Waited long enough, or no locks in this frame: erasing twice is better than not at all.
    return run()
  })
  tell()

  function tell(): void {
    tabs.open()
    tabs.tell('forget')
    tabs.close()
  }
}
