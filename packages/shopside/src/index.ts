export {
  ShopsideError,
  type Ack, type AddToCartDetail, type Answer, type ConsentState, type ExportFile, type Purpose, type Shopside,
  type ShopsideOptions,
  type Connector, type ConnectorHost, type LiveOption, type PlacedRequest, type Shopper, type Status, type WidgetStatus,
} from '@shopside/browser'
export {
  type Cart, type CartLine, type EventName, type Item, type ItemFilter, type LiveFact, type Membership, type Order,
  type OrderStatus,
  type PlacementRules, type Product, type Profile,
  type Predictions, type Reason, type Recommendation, type RecommendRequest, type RerankOptions, type SegmentFact, type Shipment, type ShopEventMap,
  type StrategyName,
} from '@shopside/engine'
export { createShopside } from './createShopside.ts'
