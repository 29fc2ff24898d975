import { bagKinds } from './kind/bagKinds.ts'
import { christmasKinds } from './kind/christmasKinds.ts'
import { homeKinds } from './kind/homeKinds.ts'
import { kitchenKinds } from './kind/kitchenKinds.ts'
import { paperKinds } from './kind/paperKinds.ts'
import { playKinds } from './kind/playKinds.ts'
import { trinketKinds } from './kind/trinketKinds.ts'
import type { KindRule } from './kind/KindRule.ts'

/** All rules in the order they are asked: from what names itself to what only looks like something. */
export const kindRules: readonly KindRule[] = [
  ...bagKinds,
  ...paperKinds,
  ...kitchenKinds,
  ...homeKinds,
  ...playKinds,
  ...trinketKinds,
  ...christmasKinds,
]

/**
 * What sort of object an item is, such as `lunch bag` or `t-light holder`.
 *
 * @param title as set by `toTitle`
 * @returns `undefined` when no rule knows the object; the shop then says nothing about its kind
 */
export function toKind(title: string): string | undefined {
  const text = title.toLowerCase()
  return kindRules.find(([, words]) => words.test(text))?.[0]
}
