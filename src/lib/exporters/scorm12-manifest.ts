import type { PackageFacts } from './package-facts';
import { printXml } from './xml';

/** imsmanifest.xml of a SCORM 1.2 package with one SCO. No mastery score: some systems would then overrule the status. */
export function writeScorm12Manifest({ collection, lesson, title, start, files }: PackageFacts): string {
	return printXml({
		name: 'manifest',
		attributes: {
			identifier: `p38-${collection}-${lesson}`,
			version: '1.0',
			xmlns: 'http://www.imsproject.org/xsd/imscp_rootv1p1p2',
			'xmlns:adlcp': 'http://www.adlnet.org/xsd/adlcp_rootv1p2'
		},
		children: [
			{
				name: 'metadata',
				children: [
					{ name: 'schema', children: 'ADL SCORM' },
					{ name: 'schemaversion', children: '1.2' }
				]
			},
			{
				name: 'organizations',
				attributes: { default: 'lessons' },
				children: [
					{
						name: 'organization',
						attributes: { identifier: 'lessons' },
						children: [
							{ name: 'title', children: title },
							{
								name: 'item',
								attributes: { identifier: 'lesson', identifierref: 'pages', isvisible: 'true' },
								children: [{ name: 'title', children: title }]
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
						attributes: { identifier: 'pages', type: 'webcontent', 'adlcp:scormtype': 'sco', href: start },
						children: files.map((href) => ({ name: 'file', attributes: { href } }))
					}
				]
			}
		]
	});
}
