import type { Status } from '../client.ts'

/** The log's second copy. Nothing in it rejects, and nothing hangs. */
export interface Mirror {
  /**
   * Before anything is read: finishes an erase that was cut short, gives a nameless log back what its mirror holds, names a new
   * one. Once for each opening of the database; at once when that is done.
   */
  settle(): Promise<void>
  /** The database was opened (again): it may be another one. */
  reopened(): void
  /** A batch was stored: a checkpoint follows within about a second, at idle. */
  stored(): void
  /** Writes a checkpoint now. Resolves to true when it holds everything that was stored before the call. */
  flush(): Promise<boolean>
  /** After raw events were taken out: resolves once no checkpoint holds them any more. */
  rewrite(): Promise<void>
  status(): Pick<Status['storage'], 'mirror' | 'recovered' | 'rebuilt'>
  dispose(): void
}
