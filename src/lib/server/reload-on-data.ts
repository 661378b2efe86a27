import type { Plugin } from 'vite';

/** While developing, an edit under data/ drops the loaded collection and reloads the page. */
export function reloadOnData(): Plugin {
	return {
		name: 'reload-on-data',
		apply: (_config, { command }) => command === 'serve' && !process.env['VITEST'],
		configureServer(server) {
			const folder = process.env['P38_COLLECTION'] ?? 'data';
			server.watcher.add(folder);
			server.watcher.on('all', (_event, path) => {
				if (!path.includes(folder)) return;
				for (const module of server.environments.ssr.moduleGraph.idToModuleMap.values()) {
					if (module.id?.includes('/lib/server/'))
						server.environments.ssr.moduleGraph.invalidateModule(module);
				}
				server.environments.client.hot.send({ type: 'full-reload' });
			});
		}
	};
}
