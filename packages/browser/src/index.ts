export {
  type Ack, type AddResult, type AddToCartDetail, type Answer, type CaptureStatus, type Client, type ConsentState,
  type ExportFile,
  type NudgeQuestion, type PlacedRequest, type Purpose, type Shopside, type Status, type WidgetStatus,
} from './client.ts'
export { type ConsentMap, type ConsentSourceName, type ShopsideOptions } from './options.ts'
export { type LiveOption } from './live/liveOption.ts'
export { type CaptureSource } from './capture/captureSource.ts'
export { type Connector, type ConnectorHost } from './connector.ts'
export { createShop, type Started } from './createShop.ts'
export { type Environment } from './environment.ts'
export { loadTwice } from './loadTwice.ts'
export { type OrderFollowing, type OrderNews } from './orders/orderNews.ts'
export { type Claims } from './page/claims.ts'
export {
  type CopyPreview, type Forgettable, type Liking, type Remembered, type RememberedDay, type RememberedLine, type Remembering,
} from './remembering/remembered.ts'
export { type Shopper } from './shopSignals.ts'
export { ShopsideError } from './shopsideError.ts'
