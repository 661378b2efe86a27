import adapter from '@sveltejs/adapter-static';
import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';
import { nameBuild } from './src/cli/build-version.mjs';
import { packSite, unpackSite } from './src/cli/offline/pack-site.mjs';

const site = adapter({ strict: true, fallback: '404.html' });

/** @type {import('@sveltejs/kit').Config} */
export default {
	preprocess: vitePreprocess(),
	compilerOptions: {
		runes: ({ filename }) => (filename.includes('node_modules') ? undefined : true)
	},
	kit: {
		adapter: {
			...site,
			// What browsers keep for use without a network is packed when all the rest is there.
			adapt: async (builder) => {
				await site.adapt(builder);
				if (process.env.P38_OFFLINE === 'off') return unpackSite('build');
				const { bytes, files } = packSite('build');
				builder.log.minor(`Packed ${files} files for offline use: ${(bytes / 1_000_000).toFixed(1)} MB`);
			}
		},
		paths: { relative: true },
		version: { name: nameBuild(import.meta.dirname) },
		// By hand, in routes/+layout.svelte: not in frames, not in course packages, not before the page is drawn.
		serviceWorker: { register: false },
		prerender: { handleHttpError: 'fail', handleMissingId: 'fail' },
		csp: {
			mode: 'hash',
			directives: {
				'default-src': ['none'],
				'script-src': ['self'],
				'style-src': ['self'],
				// Kit's route announcer sets this one style attribute; the hash belongs to its exact text.
				'style-src-attr': ['unsafe-hashes', 'sha256-S8qMpvofolR8Mpjy4kQvEm7m1q8clzU4dfDH0AmvZjo='],
				'img-src': ['self', 'data:'],
				'font-src': ['self'],
				'connect-src': ['self'],
				'worker-src': ['self'],
				'manifest-src': ['self'],
				'base-uri': ['none'],
				'form-action': ['none'],
				'object-src': ['none']
			}
		}
	}
};
