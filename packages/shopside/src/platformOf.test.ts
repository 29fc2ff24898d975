// @vitest-environment page
import { afterEach, describe, expect, it } from 'vitest'
import { platformOf } from './platformOf.ts'

const page = window as unknown as Record<string, unknown>

afterEach(() => {
  for (const name of ['Shopify', 'wcSettings', 'wc_add_to_cart_params']) delete page[name]
  document.body.className = ''
})

describe('the platform of a page', () => {
  it('is none on a page of nobody\'s', () => expect(platformOf(window)).toBeUndefined())

  it('is Shopify where its scripts have named the shop', () => {
    page['Shopify'] = { shop: 'thimble.myshopify.com' }
    expect(platformOf(window)).toBe('shopify')
  })

  it.each(
    ['woocommerce-page', 'single-product woocommerce theme-storefront', 'woocommerce-no-js'],
  )('is WooCommerce by the class "%s"', name => {
    document.body.className = name
    expect(platformOf(window)).toBe('woocommerce')
  })

  it.each(['wcSettings', 'wc_add_to_cart_params'])('is WooCommerce by its settings: %s', name => {
    page[name] = {}
    expect(platformOf(window)).toBe('woocommerce')
  })

  it.each(
    ['thimble', 7, null, {}, { shop: {} }, [], { get shop(): string { throw new Error('poison') } }],
  )('is none for something else there (%#)', value => {
    page['Shopify'] = value
    expect(platformOf(window)).toBeUndefined()
  })

  it('is none where the name itself throws', () => {
    Object.defineProperty(page, 'Shopify', { configurable: true, get() { throw new Error('poison') } })
    expect(platformOf(window)).toBeUndefined()
  })
})
