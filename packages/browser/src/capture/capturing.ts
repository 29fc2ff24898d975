import type { Status } from '../client.ts'
import type { Connector } from '../connector.ts'

/** Reads what the page says of itself, and reports it by the front door. */
export interface Capturing {
  /** Resolves once this route has been read for its item and basket. Never rejects. */
  looked(): Promise<void>
  /** Adds a connector. @returns takes it away again */
  use(connector: Connector): Promise<() => void>
  status(): Pick<Status, 'capture' | 'connectors'>
  dispose(): void
}
