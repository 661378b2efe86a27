/**
 * Whether the engine could draw here and would be right to: asked before its code is fetched. In forced colours the drawn map
 * is the better one, because the system's colours reach only what is in the document.
 */
export function canUseEngine(): boolean {
	if (matchMedia('(forced-colors: active)').matches) return false;
	const context = document.createElement('canvas').getContext('webgl2');
	context?.getExtension('WEBGL_lose_context')?.loseContext();
	return context !== null;
}
