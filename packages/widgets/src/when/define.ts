import { defineElement } from '../defineElement.ts'
import { ShopsideWhen } from './when.ts'

defineElement('shopside-when', ShopsideWhen)
// Those that stood on the page were upgraded by this line; what comes now is new.
ShopsideWhen.isLate = true
