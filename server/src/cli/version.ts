/** The version of the package, bundled. */
export { version } from '../../../package.json';
