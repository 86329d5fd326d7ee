/** The help itself, a part of the window that is fetched when it is first opened. */
export { describeHelp } from '../../shared/help/described.ts';
export { helpById, helpOf } from '../../shared/help/registry.ts';
export { findHelp } from '../../shared/help/search.ts';
