import { describe, expect, it } from 'vitest'
import type { ConsentState } from '../client.ts'
import { agreeWithTool, withoutShoppersNo } from './agreeWithTool.ts'

const unknown: ConsentState = { personalize: 'unknown', analytics: 'unknown', connectors: 'unknown', source: 'default' }
const refused: ConsentState = { ...unknown, personalize: 'denied', source: 'shopper', at: 1 }

describe('agreeWithTool', () => {
  it('drops a yes that the tool does not say, and keeps every no', () => {
    expect(agreeWithTool(
      unknown, 'cookiebot', { connectors: false }, { personalize: true, analytics: false, connectors: true }, 'shop',
    ))
      .toEqual([[{ analytics: false }, 'shop'], [{}, 'cookiebot']])
  })

  it('keeps a yes that the tool says too', () => {
    expect(
      agreeWithTool(refused, 'google', { personalize: true }, { personalize: true }, 'shopper'),
    ).toEqual([[{ personalize: true }, 'shopper'], [{}, 'google']])
  })

  it('lets a shopper take an own no back, and what is left is the tool\'s', () => {
    expect(
      agreeWithTool(refused, 'google', {}, { personalize: true }, 'shopper'),
    ).toEqual([[{}, 'shopper'], [{ personalize: false }, 'google']])
  })

  it('takes junk for no answer', () => {
    for (const junk of [null, undefined, 7, 'yes', { personalize: 'granted' }]) {
      expect(agreeWithTool(unknown, 'google', {}, junk, 'shop')).toEqual([[{}, 'shop'], [{}, 'google']])
    }
  })
})

describe('withoutShoppersNo', () => {
  it('lets the shopper\'s no stand against a tool\'s yes, and the tool\'s no against anything', () => {
    const since = { analytics: { source: 'shop', at: 0 } }
    expect(
      withoutShoppersNo({ ...refused, analytics: 'denied', since }, { personalize: true, analytics: true, connectors: false }),
    )
      .toEqual({ analytics: true, connectors: false })
  })
})
