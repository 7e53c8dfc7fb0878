import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { deliverTeaching } from './delivery.ts';
import { startTeaching } from './start-teaching.ts';

/** Loaded into a page only when somebody begins to teach it (`scripts/site-scripts.ts`). */
export default defineUnlistedScript(() => deliverTeaching(startTeaching));
