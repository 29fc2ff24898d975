import { defineElement } from '../defineElement.ts'
import { ShopsideOrderTracking } from './orderTracking.ts'

defineElement('shopside-order-tracking', ShopsideOrderTracking)
