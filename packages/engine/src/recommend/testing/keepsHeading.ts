// What the heading of each strategy says of every card under it, whoever asked for it and however it came there.
import { recall } from '../../profile/recall.ts'
import type { Recommendation, StrategyName } from '../recommendation.ts'
import type { RecommendInput } from '../recommendInput.ts'

type Keeps = (card: Recommendation, input: RecommendInput) => boolean

const says = (...kinds: Recommendation['reason']['kind'][]): Keeps => ({ reasons }) => kinds.includes(reasons[0]!.kind)
const own = says('viewed-item', 'wanted-more', 'in-cart', 'ordered-item', 'buy-again')
const anyReason = (kind: Recommendation['reason']['kind']): Keeps => ({ reasons }) => reasons.some(reason => reason.kind === kind)
const indexOf = ({ item }: Recommendation, { model }: RecommendInput): number => model!.indexOf(item.itemId)

/** Whether a card keeps what the heading of its strategy says. */
export const keepsHeading: Readonly<Record<StrategyName, Keeps>> = {
  'for-you': own,
  next: says('viewed-item'),
  similar: says('similar-to'),
  'also-viewed': says('also-viewed'),
  'also-bought': says('bought-after-view'),
  'bought-together': says('bought-with', 'in-cart'),
  'complete-the-basket': says('in-cart'),
  'after-purchase': says('ordered-item'),
  'buy-again': says('buy-again'),
  'recently-viewed': says('seen-before'),
  continue: ({ item }, { profile }) => !recall(profile, item.itemId)!.orders,
  popular: (card, input) => input.model!.popularRank(indexOf(card, input)) < input.model!.popularKnown,
  trending: (card, input) => input.model!.trending.includes(indexOf(card, input)),
  new: ({ item }) => item.isNew,
  'price-drop': says('price-drop'),
  'back-in-stock': says('back-in-stock'),
  upsell: ({ item, reasons }, { model, live, currency }) => {
    const [reason] = reasons
    if (reason?.kind !== 'similar-to') return false
    const subject = model!.product(model!.indexOf(reason.itemId))
    const said = live?.get(reason.itemId)
    const price = said?.price ?? subject.price
    const isForeign = currency !== undefined && (said?.currency ?? currency) !== currency
    const times = item.price! / price!
    return !isForeign && item.kind === subject.kind && times >= 1.05 && times <= 1.6
  },
  'free-shipping-gap': anyReason('free-shipping'),
  seasonal: ({ reasons: [reason] }) => reason?.kind === 'in-season' && reason.lift >= 1.5,
  'hand-picked': anyReason('hand-picked'),
}
