/** What tabs tell each other: that there is something new to read, never the thing itself. */
export type TabNews = 'appended' | 'forget' | 'orders'

/**
 * The channel between tabs of one shop. Open only while storing is allowed; closed while the page is in the back-forward cache.
 */
export interface Tabs {
  open(): void
  tell(news: TabNews): void
  close(): void
}

/** @param hear gets other tabs' news, never our own. Anything else on the channel is ignored. */
export function createTabs(page: Window & typeof globalThis, name: string, hear: (news: TabNews) => void): Tabs {
  let channel: BroadcastChannel | undefined
  return {
    open() {
      try {
        channel ??= new page.BroadcastChannel(name)
        channel.onmessage = ({ data }) => {
          if (data === 'appended' || data === 'forget' || data === 'orders') hear(data)
        }
      } catch {
        // No channel in this browser: other tabs see the news when they become visible.
      }
    },
    tell(news) {
      try {
        channel?.postMessage(news)
      } catch {
        // The browser closed it under us: as where there is none.
      }
    },
    close() {
      channel?.close()
      channel = undefined
    },
  }
}
