export {
  type AddResult, type AddToCartDetail, type Ack, type Answer, type Client, type ConsentState, type ExportFile, type NudgeQuestion, type Purpose,
  type Shopside, type ShopsideOptions, type Status, type WidgetStatus,
} from './client.ts'
export { createShop, type Started } from './createShop.ts'
export { type Environment } from './environment.ts'
export { loadTwice } from './loadTwice.ts'
export { type Claims } from './page/claims.ts'
export { ShopsideError } from './shopsideError.ts'
