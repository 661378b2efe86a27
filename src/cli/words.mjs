/**
 * How the words of the interface are compiled from `src/messages`: by Vite, and before it by whatever reads the result.
 *
 * @satisfies {import('@inlang/paraglide-js').CompilerOptions}
 */
export const WORDS = {
	project: './src/messages/project.inlang',
	outdir: './src/lib/paraglide',
	outputStructure: /** @type {const} */ ('message-modules'),
	strategy: /** @type {['globalVariable', 'baseLocale']} */ (['globalVariable', 'baseLocale'])
};
