import { defineElement } from '../defineElement.ts'
import { ShopsideRecommendations } from './recommendations.ts'

defineElement('shopside-recommendations', ShopsideRecommendations)
