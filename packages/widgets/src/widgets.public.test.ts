// @vitest-environment page
import { describe, expect, it } from 'vitest'
import {
  connect, ShopsideCartNudge, ShopsideElement, ShopsideOrderTracking, ShopsidePrivacy, ShopsideRecommendations,
  ShopsideWhen, type WidgetState,
} from '@shopside/widgets'

describe('@shopside/widgets', () => {
  it('registers each element by its own import, and only then', async () => {
    expect(customElements.get('shopside-recommendations')).toBeUndefined()
    await Promise.all([
      import('@shopside/widgets/recommendations'), import('@shopside/widgets/cart-nudge'),
      import('@shopside/widgets/order-tracking'),
      import('@shopside/widgets/privacy'), import('@shopside/widgets/when'),
    ])
    expect(customElements.get('shopside-recommendations')).toBe(ShopsideRecommendations)
    expect(customElements.get('shopside-cart-nudge')).toBe(ShopsideCartNudge)
    expect(customElements.get('shopside-order-tracking')).toBe(ShopsideOrderTracking)
    expect(customElements.get('shopside-privacy')).toBe(ShopsidePrivacy)
    expect(customElements.get('shopside-when')).toBe(ShopsideWhen)
    for (const elementClass of [ShopsideRecommendations, ShopsideCartNudge, ShopsideOrderTracking, ShopsidePrivacy]) {
      expect(elementClass.prototype).toBeInstanceOf(ShopsideElement)
    }
  })

  it('lets elements wait, with their children shown, until a client is connected', async () => {
    const element = document.createElement('shopside-recommendations')
    element.append('Best sellers')
    document.body.append(element)
    const waiting: WidgetState = 'waiting'
    expect(element.dataset['state']).toBe(waiting)
    expect(element.shadowRoot?.querySelector('slot')).not.toBeNull()
    expect(typeof connect).toBe('function')
    element.strategy = 'popular'
    expect(element.getAttribute('strategy')).toBe('popular')
  })
})
