import type { LiveFact } from '@shopside/engine'

/**
 * The `live` option: a function, or an address with `{ids}` in it that answers `{ "<id>": { "price", "currency", "available" } }`
 * as JSON.
 */
export type LiveOption = string | ((itemIds: string[]) => Promise<Record<string, LiveFact>>)
