import type { Brush } from '../Brush.ts'

/** Draws one kind of object on the ground line at y = 425, within x 50 to 350 and y 70 to 425. */
export type Silhouette = (brush: Brush) => string

/** Silhouettes by the kinds of the catalogue. */
export type Silhouettes = Readonly<Record<string, Silhouette>>

/** Where every object stands, in tile units from the top. */
export const groundY = 425
