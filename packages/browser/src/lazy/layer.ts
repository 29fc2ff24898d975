// One lazy chunk: the tap of the page's data layer.
export { tapDataLayer as watch } from '../capture/dataLayer.ts'
