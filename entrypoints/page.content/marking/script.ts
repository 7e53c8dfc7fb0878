import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { markingDelivery } from './delivery.ts';
import { createPostMarker } from './post-marker.ts';

/** Loaded into a page only when somebody says there that something is a post (`scripts/page-scripts.ts`). */
export default defineUnlistedScript(() => markingDelivery.deliver(createPostMarker));
