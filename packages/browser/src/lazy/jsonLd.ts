// One lazy chunk: product, list and trail by JSON-LD.
export { jsonLd as detect } from '../capture/jsonLd.ts'
