import { why } from '../messages/en/why.ts'
import css from './why.css?inline'
import { WhyPopover } from './WhyPopover.tsx'
import type { RowParts } from './loadParts.ts'

/** Loaded with `import()`: see `loadParts`. */
export const part: Pick<Required<RowParts>, 'why'> = { why: { View: WhyPopover, css, messages: why } }
