// One lazy chunk: what platform and vendor sources stand on.
export { createConnecting } from '../connecting.ts'
