import { describe, expect, it } from 'vitest'
import { en, type MessageKey } from './en.ts'
import type { Message } from './message.ts'
import { addMessages, t, tParts } from './t.ts'

addMessages(en)
const sentences = Object.entries(en as Record<string, Message>).flatMap(([key, message]) =>
  (typeof message === 'string' ? [message] : Object.values(message)).map((text: string) => ({ key, text })))

describe('the English words', () => {
  it('have at most nine words a sentence', () => {
    for (const { key, text } of sentences) {
      // Said on the page about privacy as it has to be said: exactly.
      if (key === 'privacy.servers') continue
      for (const sentence of text.split(/[.:](?:\s|$)/)) expect(sentence.trim().split(/\s+/).length, key).toBeLessThanOrEqual(9)
    }
  })

  it('do not shout, hurry, or say we', () => {
    for (const { key, text } of sentences) expect(text, key).not.toMatch(/!|\bwe\b|\bour\b|hurry|only \d+ left|oops|cart/i)
  })

  it('are in sentence case', () => {
    for (const { key, text } of sentences) {
      if (key === 'language' || key.startsWith('gap.') || key.startsWith('when.') || /^(did|span|last|figure)\.|^rule\.(between|ever|or-more)$/.test(key) || /^(who|because)\./.test(key) || /^\{|^\d|^nudge\.|carrier$|^day\./.test(text) || /^(day|order\.carrier)/.test(key)) continue
      expect(text[0], key).toBe(text[0]!.toUpperCase())
    }
  })
})

describe('the look-up', () => {
  it('fills names and chooses plurals', () => {
    expect(t('nudge.restore', { count: 1 })).toBe('Put 1 thing back')
    expect(t('nudge.restore', { count: 5 })).toBe('Put 5 things back')
    expect(t('card.added-spoken', { title: '{count} hearts', count: 3 })).toBe('{count} hearts added. Basket: 3')
  })

  it('keeps a name without a value visible, and a key without a message', () => {
    expect(t('orders.placed')).toBe('Ordered {day}')
    expect(t('nothing.here' as MessageKey)).toBe('nothing.here')
  })

  it('gives pieces for markup', () => {
    expect(tParts('reason.in-cart', { title: 'X' })).toEqual(['Goes with ', 'X', ' in your basket'])
  })
})
