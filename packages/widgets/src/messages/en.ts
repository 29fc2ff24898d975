import { bundle } from './en/bundle.ts'
import { buyAgain } from './en/buyAgain.ts'
import { cartNudge } from './en/cartNudge.ts'
import { moreStrategies } from './en/moreStrategies.ts'
import { orderList } from './en/orderList.ts'
import { orderMore } from './en/orderMore.ts'
import { orderShown } from './en/orderShown.ts'
import { orderTracking } from './en/orderTracking.ts'
import { privacy } from './en/privacy.ts'
import { privacyPast } from './en/privacyPast.ts'
import { privacyTake } from './en/privacyTake.ts'
import { recommendations } from './en/recommendations.ts'
import { privacyTold } from './en/privacyTold.ts'
import { segments } from './en/segments.ts'
import { rules } from './en/rules.ts'
import { shared } from './en/shared.ts'
import { why } from './en/why.ts'

/**
 * Every English word that shoppers read, for translators, tests and tools; each widget loads its own part alone.
 * `{name}` is filled in; plurals go by `{count}`. Code says cart, English says basket: it is decided in these files.
 */
export const en: typeof shared & typeof recommendations & typeof moreStrategies & typeof why & typeof bundle & typeof buyAgain & typeof cartNudge
  & typeof orderTracking & typeof orderShown & typeof orderMore & typeof orderList & typeof privacy & typeof privacyPast & typeof privacyTake & typeof privacyTold & typeof segments & typeof rules = {
    ...shared, ...recommendations, ...moreStrategies, ...why, ...bundle, ...buyAgain, ...cartNudge, ...orderTracking,
    ...orderShown, ...orderMore, ...orderList,
    ...privacy, ...privacyPast, ...privacyTake, ...privacyTold, ...segments, ...rules,
  }

/** Name of a message. */
export type MessageKey = keyof typeof en
