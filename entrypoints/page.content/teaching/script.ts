import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { teachingDelivery } from './delivery.ts';
import { startTeaching } from './start-teaching.ts';

/** Loaded into a page only when somebody begins to teach it (`scripts/page-scripts.ts`). */
export default defineUnlistedScript(() => teachingDelivery.deliver(startTeaching));
