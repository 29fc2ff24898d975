import { buyAgain } from '../messages/en/buyAgain.ts'
import css from './again.css?inline'
import { AgainLines } from './AgainLines.tsx'
import type { RowParts } from './loadParts.ts'

/** Loaded with `import()`: see `loadParts`. */
export const part: Pick<Required<RowParts>, 'again'> = { again: { View: AgainLines, css, messages: buyAgain } }
