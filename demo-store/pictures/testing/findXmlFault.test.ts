import { describe, expect, it } from 'vitest'
import { findXmlFault } from './findXmlFault.ts'

describe('findXmlFault', () => {
  it('finds nothing wrong with a sound picture', () => {
    expect(findXmlFault('<svg a="1" b:c="&amp;&#39;"><title>x &lt; y</title><g><path d="M0 0"/></g></svg>')).toBeUndefined()
  })

  it.each([
    ['a tag closed by another', '<svg><g></svg></g>'],
    ['a tag never closed', '<svg><g></svg>'],
    ['a closing tag alone', '<svg></g></svg>'],
    ['two roots', '<svg/><svg/>'],
    ['no root', ''],
    ['an attribute without quotes', '<svg a=1/>'],
    ['an attribute twice', '<svg a="1" a="2"/>'],
    ['a bare ampersand in text', '<svg>a & b</svg>'],
    ['a bare ampersand in an attribute', '<svg a="a & b"/>'],
    ['a less-than sign in an attribute', '<svg a="<"/>'],
    ['a quote that ends an attribute early', '<svg a="1"2"/>'],
    ['an entity of HTML', '<svg>&nbsp;</svg>'],
    ['a comment', '<svg><!-- x --></svg>'],
    ['text outside the root', '<svg/>x'],
  ])('finds %s', (_, xml) => {
    expect(findXmlFault(xml)).toBeTypeOf('string')
  })
})
