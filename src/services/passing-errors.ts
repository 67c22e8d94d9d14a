/** For commands, which do not know HTTP. */
export { mayPass } from '../http/passing-errors.js';
