import { edges } from '@shopside/engine'

/** A membership that began or ended. */
export interface SegmentEdge {
  id: string
  entered: boolean
}

export interface TellingOptions {
  /** Runs while no other tab tells anything. */
  alone(run: () => Promise<void>): Promise<void>
  /** What holds now and what has been told, by all that any tab has stored until now; undefined: nothing may be told. */
  read(): Promise<{ now: readonly { id: string }[]; told: readonly string[] } | undefined>
  /** The same as far as this tab knows it already. */
  known(): { now: readonly { id: string }[]; told: readonly string[] } | undefined
  /** Writes them down; resolves to false where they could not be kept. */
  write(edges: readonly SegmentEdge[]): Promise<boolean>
  /** They are told, here and nowhere else. */
  announce(edges: readonly SegmentEdge[]): void
}

/**
 * Tells each edge of a membership once, whatever number of tabs see it: what has been told is in the log, and a tab reads it again
 * before it says anything, while the others wait.
 *
 * @returns looks for edges; never rejects. Calls while one runs are one more look after it
 */
export function createTelling({ alone, read, known, write, announce }: TellingOptions): () => Promise<void> {
  let running: Promise<void> | undefined
  let again = false

  async function tellOnce(): Promise<void> {
    // Most looks find nothing new: no lock, no reading.
    if (edgesOf(known()).length === 0) return
    await alone(async () => {
      const found = edgesOf(await read())
      if (found.length > 0 && await write(found)) announce(found)
    })
  }

  async function run(): Promise<void> {
    do {
      again = false
      // A tab that is frozen holds the lock, or the log is gone: told at the next look, or by another tab.
      await tellOnce().catch(() => {})
    } while (again)
    running = undefined
  }

  return () => {
    if (running !== undefined) again = true
    return running ??= run()
  }
}

function edgesOf(state: { now: readonly { id: string }[]; told: readonly string[] } | undefined): SegmentEdge[] {
  if (state === undefined) return []
  const { entered, exited } = edges(state.told.map(id => ({ id })), state.now)
  return [...exited.map(id => ({ id, entered: false })), ...entered.map(id => ({ id, entered: true }))]
}
