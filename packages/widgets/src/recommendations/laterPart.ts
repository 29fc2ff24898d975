import { emptyReason } from './emptyReason.ts'
import { foldsNow } from './foldsNow.ts'
import type { LaterPart } from './loadParts.ts'

/** Loaded with `import()`: see `loadLater`. */
export const later: LaterPart = { foldsNow, emptyReason }
