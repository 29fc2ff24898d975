import css from './rail.css?inline'
import { RailButtons } from './RailButtons.tsx'
import type { RowParts } from './loadParts.ts'

/** Loaded with `import()`: see `loadParts`. */
export const part: Pick<Required<RowParts>, 'rail'> = { rail: { View: RailButtons, css, messages: {} } }
