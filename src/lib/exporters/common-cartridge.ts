import type { PackageFacts } from './package-facts';
import { printXml } from './xml';

const LOM = 'http://ltsc.ieee.org/xsd/imsccv1p3/LOM/manifest';

/** imsmanifest.xml of a Common Cartridge 1.3 that holds the lesson as web content. */
export function writeCommonCartridge(facts: PackageFacts): string {
	const { collection, lesson, title, summary, language, start, files } = facts;
	const told = (text: string) => [{ name: 'lomimscc:string', attributes: { language }, children: text }];
	return printXml({
		name: 'manifest',
		attributes: {
			identifier: `p38-${collection}-${lesson}`,
			xmlns: 'http://www.imsglobal.org/xsd/imsccv1p3/imscp_v1p1',
			'xmlns:lomimscc': LOM
		},
		children: [
			{
				name: 'metadata',
				children: [
					{ name: 'schema', children: 'IMS Common Cartridge' },
					{ name: 'schemaversion', children: '1.3.0' },
					{
						name: 'lomimscc:lom',
						children: [
							{
								name: 'lomimscc:general',
								children: [
									{ name: 'lomimscc:title', children: told(title) },
									{ name: 'lomimscc:description', children: told(summary) }
								]
							}
						]
					}
				]
			},
			{
				name: 'organizations',
				children: [
					{
						name: 'organization',
						attributes: { identifier: 'lessons', structure: 'rooted-hierarchy' },
						children: [
							{
								// The root says nothing: the standard wants it without a title.
								name: 'item',
								attributes: { identifier: 'root' },
								children: [
									{
										name: 'item',
										attributes: { identifier: 'lesson', identifierref: 'pages' },
										children: [{ name: 'title', children: title }]
									}
								]
							}
						]
					}
				]
			},
			{
				name: 'resources',
				children: [
					{
						name: 'resource',
						attributes: { identifier: 'pages', type: 'webcontent', href: start },
						children: files.map((href) => ({ name: 'file', attributes: { href } }))
					}
				]
			}
		]
	});
}
