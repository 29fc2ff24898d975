import { rememberedFacts } from '../rememberedFacts.ts'
import { build } from '../build.ts'
import { part } from './part.ts'
import { membershipWords } from './reasonWords.ts'
import type { MakeSection } from './Section.ts'

/** The profile in words, whole as JSON below, and the segments with their reasons. */
export const profileSection: MakeSection = ({ shop }) => {
  const list = build('div', {})
  return {
    element: part('See: profile and segments', false, list),
    async refresh() {
      await shop.ready
      const { profile: { value: profile }, segments: { value: segments } } = shop
      list.replaceChildren(
        build('h4', {}, 'Segments'),
        build(
          'ul', {}, (segments ?? []).map(membership => build('li', {}, membershipWords(membership))),
          !segments?.length && build('li', {}, 'none'),
        ),
        build('h4', {}, 'Profile'),
        build('ul', {}, profile ? rememberedFacts(profile).map(fact => build('li', {}, fact)) : build(
          'li', {}, 'none: there is no yes to remembering',
        )),
        profile ? build(
          'details', {}, build('summary', {}, 'as JSON'),
          build('pre', { tabindex: 0, 'aria-label': 'Profile as JSON' }, JSON.stringify(profile, null, 1)),
        ) : '')
    },
  }
}
