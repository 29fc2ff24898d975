import { join } from 'node:path'
import { root } from '../root.ts'

/** The demo's input: committed. */
export const catalogFile: string = join(root, 'demo-store', 'data', 'catalogue.csv')
/** One year of real orders, gzipped CSV. */
export const ordersFile: string = join(root, 'demo-store', 'data', 'orders.csv.gz')
/** The built model: `manifest.json` and the files it names. */
export const modelDir: string = join(root, '.cache', 'model')
/**
 * The built script-tag files: what a shop puts under `/shopside/`. SHOPSIDE_SDK_DIR measures another build than this checkout's.
 */
export const sdkDir: string = process.env['SHOPSIDE_SDK_DIR'] ?? join(root, 'packages', 'shopside', 'dist', 'script')
