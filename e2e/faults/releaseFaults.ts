import { must, type Fault } from './fault.ts'
import { until } from './until.ts'

/** Greatest version that a record of the log bears, read as a stranger would. */
const greatestVersion = `new Promise((done, failed) => {
  const request = indexedDB.open('shopside')
  request.onerror = () => failed(request.error)
  request.onsuccess = () => {
    const all = request.result.transaction('log').objectStore('log').getAll()
    all.onsuccess = () => { request.result.close(); done(Math.max(0, ...all.result.map(record => record?.v ?? 0))) }
  }
})`

/** Two releases in one browser, which deploys that are rolled out or back bring about. */
export const releaseFaults: Fault[] = [
  {
    id: '37', name: 'two tabs of different releases (the other: these sources with records of the next version)',
    async journey(stage) {
      const ours = await stage.open('/other')
      await stage.track(ours, 3)
      await ours.evaluate('window.shopside.ready')
      await stage.flush(ours)
      let oldest = 0
      await until(async () => (oldest = await ours.evaluate<number>(greatestVersion)) > 0, 'no record bears a version')
      const next = await stage.open('/next')
      await stage.track(next, 3)
      await next.evaluate('window.shopside.ready')
      await stage.track(ours, 3)
      await stage.track(next, 3)
      // Whichever tab folds writes: go on until it was the next release.
      await until(async () => {
        await stage.track(next, 1)
        await next.evaluate('window.shopside.ready')
        return await ours.evaluate<number>(greatestVersion) > oldest
      }, 'no record bears the next version')
      stage.fire()
      for (const page of [next, ours]) {
        const levels = await stage.track(page, 2)
        must(levels.every(level => level === 'written'), `levels: ${levels.join(' ')}`)
        await page.evaluate('window.shopside.ready')
        await stage.flush(page)
        const { ids } = await stage.copy(page)
        must(ids.length === stage.acknowledged.size, `${page.url()} sees ${ids.length} of ${stage.acknowledged.size} events`)
      }
      // Whichever comes next, and after the other again: nothing is lost, nothing is counted twice.
      for (const page of [ours, next]) await page.close()
      for (const path of ['/other', '/next', '/other']) {
        const page = await stage.open(path)
        await stage.track(page, 1)
        await page.evaluate('window.shopside.ready')
        const views = await page.evaluate<number>(
          'Object.values(window.shopside.profile.value.items).reduce((sum, { views }) => sum + views, 0)',
        )
        must(views === stage.acknowledged.size, `the profile at ${path} counts ${views} views of ${stage.acknowledged.size}`)
        await page.close()
      }
    },
    expect: async () => {},
  },
]
