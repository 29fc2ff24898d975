import { defineElement } from '../defineElement.ts'
import { ShopsidePrivacy } from './privacy.ts'

defineElement('shopside-privacy', ShopsidePrivacy)
