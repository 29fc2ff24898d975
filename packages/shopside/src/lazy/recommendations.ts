import '@shopside/widgets/recommendations'

export { connect } from '@shopside/widgets'
