import { m } from '$lib/paraglide/messages';
import type { OfflineFacts, OfflinePhase } from '$lib/state/offline.svelte';

const WORDS: Record<OfflinePhase, () => string> = {
	none: m.kiosk_staff_kept_none,
	fetching: m.kiosk_staff_kept_fetching,
	ready: m.kiosk_staff_kept_ready,
	'update-ready': m.kiosk_staff_kept_update,
	failed: m.kiosk_staff_kept_failed
};

/** What is kept on the device, in words for the staff, and why a version was thrown away. */
export function tellKept(phase: OfflinePhase, { failure }: Pick<OfflineFacts, 'failure'>): string {
	return [WORDS[phase](), failure && m.kiosk_staff_thrown({ reason: failure })].filter(Boolean).join(' ');
}
