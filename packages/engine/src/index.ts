export { type Item } from './item.ts'
export {
  type CustomParams, type EpochMs, type EventDraft, type EventName, type ListParams, type Money, type PromotionParams,
  type ShopEvent, type ShopEventMap,
} from './event.ts'
export { type Cart, type CartLine } from './cart.ts'
export { type Product } from './product.ts'
export { type Order } from './order.ts'
export {
  type OrderStatus, type Phase, type Shipment, type ShipmentEvent, type ShipmentStatus, type TimeWindow,
} from './shipment.ts'
export { type ItemMemory, type Profile, type PromotionMemory, type RememberedCart } from './profile/profile.ts'
export { type Model, type ModelParams, type Neighbour, type Reorder } from './model/model.ts'
export {
  type Reason, type RecommendRequest, type Recommendation, type StrategyName, type Twin,
} from './recommend/recommendation.ts'
export { type RecommendInput } from './recommend/recommendInput.ts'
export { type Membership, type SegmentFact, type SegmentId } from './segments/segment.ts'
export { decodeModel } from './model/decodeModel.ts'
export { encodeModel } from './model/encodeModel.ts'
export { type Manifest, type ManifestFile, readManifest } from './model/manifest.ts'
export { ModelError, type ModelErrorCode } from './model/modelError.ts'
export { type ModelItem, type ModelParts } from './model/modelParts.ts'
export { advance } from './profile/advance.ts'
export { emptyProfile } from './profile/emptyProfile.ts'
export { foldEvents } from './profile/foldEvents.ts'
export { recall } from './profile/recall.ts'
export { isNewVisit, visitGapMs } from './profile/visits.ts'
export { recommend } from './recommend/recommend.ts'
export { explain } from './recommend/explain.ts'
export { segmentsOf } from './segments/segmentsOf.ts'
export { capAllows, type Cap } from './decide/capAllows.ts'
export { cartState, type CartState } from './decide/cartState.ts'
export {
  cartNudgeId, type CartChange, type CartNudge, type CartNudgeInput, type CartNudgeWhy, type NudgeLine,
} from './decide/cartNudge.ts'
export { decideCartNudge } from './decide/decideCartNudge.ts'
