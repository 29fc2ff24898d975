import { join } from 'node:path'
import { root } from '../root.ts'

/** Where the bundled happy-dom lies: below `node_modules`, so that the test runner hands it to Node as it is. */
export const bundledFolder: string = join(root, 'node_modules', '.cache', 'shopside')
