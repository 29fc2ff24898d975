// One lazy chunk: what the shop says now of price and stock, where it wants to be asked.
export { toAskShop } from '../live/askShop.ts'
export { createLiveFacts } from '../live/createLiveFacts.ts'
