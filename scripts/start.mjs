import { runOnProjectNode } from './ensure.mjs';

runOnProjectNode('scripts/tour.ts');
