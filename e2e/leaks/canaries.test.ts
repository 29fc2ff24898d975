import { describe, expect, it } from 'vitest'
import { canaryFinder, makeCanaries } from './canaries.ts'

describe('canaryFinder', () => {
  const canaries = makeCanaries()
  const find = canaryFinder(canaries)
  const { email } = canaries

  it.each([
    ['plain', email],
    ['in capitals', email.toUpperCase()],
    ['percent-encoded', `/x?u=${encodeURIComponent(email)}`],
    ['hex', Buffer.from(email).toString('hex')],
    ['backwards', [...email].reverse().join('')],
    ['base64', btoa(email)],
    ['base64 after one byte', btoa(`"${email}"`)],
    ['base64 after two bytes', btoa(`u=${email}&v=1`)],
    ['URL-safe base64 after three bytes', Buffer.from(`abc${email}`).toString('base64url')],
  ])('finds an address %s', (_, text) => {
    expect(find(`GET ${text} HTTP/1.1`)).toEqual(['email'])
  })

  it('finds nothing in what is nobody\'s, nor in another run\'s canaries', () => {
    expect(find('/shopside/model/manifest.json chunks/wayOut-Bx3k.js')).toEqual([])
    expect(find(JSON.stringify(makeCanaries()))).toEqual([])
  })

  it('makes canaries of equal lengths, so that no two runs differ in what fits', () => {
    const lengths = (of: object): number[] => Object.values(of).map(value => String(value).length)
    expect(lengths(makeCanaries())).toEqual(lengths(canaries))
  })
})
