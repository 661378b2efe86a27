import type { PackFacts } from '$lib/offline/pack-facts';
import { startWorker } from '$lib/offline/worker';
import type { WorkerScope } from '$lib/offline/worker-scope';

const scope = self as unknown as WorkerScope & { p38Pack?: PackFacts };

// Where nothing was packed, as while the site is being worked on, nothing is kept.
if (scope.p38Pack) startWorker(scope, scope.p38Pack);
