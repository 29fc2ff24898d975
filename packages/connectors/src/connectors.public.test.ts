import { shopify } from '@shopside/connectors/shopify'
import { woocommerce } from '@shopside/connectors/woocommerce'
import { describe, expect, it } from 'vitest'

describe('@shopside/connectors', () => {
  it('has one source a platform, each under its own name and entry', () => {
    expect([shopify(), woocommerce()].map(({ name }) => name)).toEqual(['shopify', 'woocommerce'])
  })
})
