/**
 * Ways in which a string becomes markup, code, a request or a style. Each runs inside a page without a policy, with inputs of the
 * corpus.
 */
export const plants: Record<string, (inputs: { html: string; link: string; style: string; picture: string }) => void> = {
  'innerHTML': ({ html }) => { document.body.innerHTML = html },
  'outerHTML': ({ html }) => { document.querySelector('main')!.outerHTML = html },
  'insertAdjacentHTML': ({ html }) => { document.body.insertAdjacentHTML('beforeend', html) },
  'document.write': ({ html }) => { document.write(html) },
  'srcdoc': ({ html }) => { document.body.append(Object.assign(document.createElement('iframe'), { srcdoc: html })) },
  'DOMParser': ({ html }) => { document.body.append(
    ...document.importNode(new DOMParser().parseFromString(html, 'text/html').body, true).childNodes,
  ) },
  'createContextualFragment': ({ html }) => { document.body.append(document.createRange().createContextualFragment(html)) },
  'template': ({ html }) => {
    const template = document.createElement('template')
    template.innerHTML = html
    document.body.append(template.content.cloneNode(true))
  },
  'setHTMLUnsafe': ({ html }) => { document.body.setHTMLUnsafe(html) },
  'link that runs': ({ link }) => {
    const anchor = Object.assign(document.createElement('a'), { href: link })
    document.body.append(anchor)
    anchor.click()
  },
  'style text': ({ style }) => { document.head.append(
    Object.assign(document.createElement('style'), { textContent: style.replace('</style><style>', '') }),
  ) },
  'picture of a strange host': ({ picture }) => { document.body.append(
    Object.assign(document.createElement('img'), { src: picture }),
  ) },
}
