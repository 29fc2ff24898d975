import { defineElement } from '../defineElement.ts'
import { ShopsideCartNudge } from './cartNudge.ts'

defineElement('shopside-cart-nudge', ShopsideCartNudge)
