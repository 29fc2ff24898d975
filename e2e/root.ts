import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Folder of the workspace, absolute, without a slash at the end. */
export const root: string = dirname(dirname(fileURLToPath(import.meta.url)))
