import { runOnProjectNode } from './ensure.mjs';

runOnProjectNode('scripts/run-tests.ts');
