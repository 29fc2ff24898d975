import css from './card.css?inline'
import { CartNudge } from './CartNudge.tsx'
import { whenCalm } from './whenCalm.ts'

/** The nudge that speaks, loaded only where it has something to say. */
export const part: { css: string; CartNudge: typeof CartNudge; whenCalm: typeof whenCalm } = { css, CartNudge, whenCalm }
