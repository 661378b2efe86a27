import type { PackageFacts } from './package-facts';
import { printXml, type XmlElement } from './xml';

/**
 * cmi5.xml of a course with one unit, done when it is completed; no score.
 * @param ids absolute IRIs of course and unit: they must stay the same from one edition of the package to the next
 */
export function writeCmi5Structure(
	{ title, summary, language, start }: PackageFacts,
	ids: { course: string; unit: string }
): string {
	const told = (name: string, text: string): XmlElement => ({
		name,
		children: [{ name: 'langstring', attributes: { lang: language }, children: text }]
	});
	return printXml({
		name: 'courseStructure',
		attributes: { xmlns: 'https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd' },
		children: [
			{
				name: 'course',
				attributes: { id: ids.course },
				children: [told('title', title), told('description', summary)]
			},
			{
				name: 'au',
				attributes: { id: ids.unit, moveOn: 'Completed', launchMethod: 'AnyWindow' },
				children: [told('title', title), told('description', summary), { name: 'url', children: start }]
			}
		]
	});
}
