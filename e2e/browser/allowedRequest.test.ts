import { describe, expect, it } from 'vitest'
import { requestComplaint, type SeenRequest } from './allowedRequest.ts'

const origin = 'http://localhost:4180'
const seen = (path: string, more: Partial<SeenRequest> = {}): SeenRequest => ({
  url: path.startsWith('http') ? path : origin + path, method: 'GET', type: 'fetch', hasBody: false, ...more,
})

describe('requestComplaint', () => {
  it('lets pages, pictures, the SDK and the model through', () => {
    for (const request of [seen('/?at=2011', { type: 'document' }), seen('/pictures/22423.svg'), seen('/shopside/shopside.js'), seen('/shopside/model/manifest.json')]) {
      expect(requestComplaint(request, origin)).toBeUndefined()
    }
  })

  it('notices another origin, a body, a query and an address nobody listed', () => {
    expect(requestComplaint(seen('https://elsewhere.example/a'), origin)).toMatch(/elsewhere/)
    expect(requestComplaint(seen('/collect', { method: 'POST', hasBody: true }), origin)).toMatch(/POST/)
    expect(requestComplaint(seen('/shopside/model/manifest.json?u=1'), origin)).toMatch(/query/)
    expect(requestComplaint(seen('/api/events'), origin)).toMatch(/api\/events/)
  })
})
