// One lazy chunk: order and parcels by JSON-LD.
export { jsonLdOrder as detect } from '../capture/jsonLdOrder.ts'
