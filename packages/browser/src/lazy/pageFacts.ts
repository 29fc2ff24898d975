// One lazy chunk: what a page that may be remembered tells beside its item and basket.
export { createDwell } from '../capture/dwell.ts'
export { readReferrer } from '../capture/referrer.ts'
export { readSearchTerm } from '../capture/searchTerm.ts'
