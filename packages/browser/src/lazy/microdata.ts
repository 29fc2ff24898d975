// One lazy chunk: product, list and trail by microdata.
export { microdata as detect } from '../capture/microdata.ts'
