// One lazy chunk: the product by the tags for social networks.
export { openGraph as detect } from '../capture/openGraph.ts'
