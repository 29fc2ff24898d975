import type { EventDraft } from '@shopside/engine'
import { describe, expect, it } from 'vitest'
import { createIdMatch } from './idMatch.ts'

const knows = (id: string): boolean => id.startsWith('known')
const view = (...ids: string[]): EventDraft => ({ name: 'view_item', params: { items: ids.map(item_id => ({ item_id })) } })

describe('createIdMatch', () => {
  it('counts each id of the page once, and names the first twenty that the catalogue lacks', () => {
    const match = createIdMatch()
    match.note(view('known-1', 'known-1', 'known-2'))
    match.note(view(...Array.from({ length: 30 }, (_, i) => `strange-${i}`)))
    expect(match.status(undefined)).toBeUndefined()
    expect(match.status(knows)).toMatchObject({ known: 2, seen: 32 })
    expect(match.status(knows)?.unknown).toHaveLength(20)
  })

  it('does not count what our own rows show, nor events without items', () => {
    const match = createIdMatch()
    match.note({ name: 'view_item_list', params: { items: [{ item_id: 'x' }], shopside_placement: 'home' } })
    match.note({ name: 'search', params: { search_term: 'x' } })
    match.note({ name: 'custom', params: { event_name: 'x', items: 'y' } })
    expect(match.status(knows)).toEqual({ known: 0, seen: 0, unknown: [] })
  })
})
