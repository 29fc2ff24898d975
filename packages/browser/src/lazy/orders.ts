// Following orders: loaded by the first element that shows one.
export { createOrders } from '../orders/createOrders.ts'
