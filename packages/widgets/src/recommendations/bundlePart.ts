import { bundle } from '../messages/en/bundle.ts'
import css from './bundle.css?inline'
import { Bundle } from './Bundle.tsx'
import type { RowParts } from './loadParts.ts'

/** Loaded with `import()`: see `loadParts`. */
export const part: Pick<Required<RowParts>, 'bundle'> = { bundle: { View: Bundle, css, messages: bundle } }
