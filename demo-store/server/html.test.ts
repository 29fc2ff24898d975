import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { escape, html, json } from './html.ts'

describe('html', () => {
  it('escapes text and attribute values', () => {
    const title = `"Tea" & <b>'Tin'</b>`
    expect(html`<a title="${title}">${title}</a>`.markup).toBe(
      '<a title="&quot;Tea&quot; &amp; &lt;b&gt;&#39;Tin&#39;&lt;/b&gt;">&quot;Tea&quot; &amp; &lt;b&gt;&#39;Tin&#39;&lt;/b&gt;</a>',
    )
  })

  it('takes markup of its own as it is, and lists of it', () => {
    const tins = ['red', '<mint>'].map(colour => html`<li>${colour}</li>`)
    expect(html`<ul>${tins}</ul>`.markup).toBe('<ul><li>red</li><li>&lt;mint&gt;</li></ul>')
  })

  it('draws nothing for what is absent, and zero as zero', () => {
    expect(html`[${undefined}${false}${0}]`.markup).toBe('[0]')
  })

  it('never lets a text open or close an element', () => {
    fc.assert(fc.property(fc.string(), text => {
      expect(escape(text)).not.toMatch(/[<>"']/)
      expect(json({ text }).markup).not.toContain('<')
      expect(JSON.parse(json({ text }).markup)).toEqual({ text })
    }))
  })
})
