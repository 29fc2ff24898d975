import { html } from '../server/html.ts'
import type { Page } from './Page.ts'

/** 404. */
export function notFoundPage(): Page {
  return {
    status: 404,
    title: 'Not here',
    data: { type: 'not-found', events: [], items: [] },
    body: html`<div class="not-found"><h1>We have many small things. This is not one of them.</h1>
<form class="search" action="/search" role="search" aria-label="Try again"><label class="unseen" for="find">Search</label><input id="find" type="search" name="q" placeholder="Look for a small thing"><button class="button">Search</button></form>
<p><a href="/">Back to the shop</a></p></div>`,
  }
}
