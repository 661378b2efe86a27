import { parseDocument, DomUtils } from 'htmlparser2';
import type { CourseKind } from '$lib/model/course';

type Element = ReturnType<typeof DomUtils.getElementsByTagName>[number];

/** Longest path that course systems are known to unpack. */
const LONGEST_PATH = 200;

/** The manifest each kind has at the root of its package; a web package has none. */
export const MANIFEST_NAMES: Record<CourseKind, string | null> = {
	scorm12: 'imsmanifest.xml',
	cmi5: 'cmi5.xml',
	web: null,
	cc13: 'imsmanifest.xml'
};

const MOVE_ON = ['NotApplicable', 'Passed', 'Completed', 'CompletedAndPassed', 'CompletedOrPassed'];

/**
 * What course systems want beyond what the public schemas can say.
 * @param files all paths of the package, the manifest's own too
 * @returns one sentence per fault; none when all is well
 */
export function lintPackage(kind: CourseKind, manifest: string | null, files: readonly string[]): string[] {
	const name = MANIFEST_NAMES[kind];
	const faults = files.flatMap(lintPath);
	if (new Set(files.map((path) => path.toLowerCase())).size < files.length)
		faults.push('Two paths differ in capitals only, or not at all.');
	if (name === null) return faults;
	if (manifest === null || !files.includes(name)) return [...faults, `${name} is not at the root.`];
	const others = files.filter((path) => path !== name);
	const document = parseDocument(manifest, { xmlMode: true });
	const all = (tag: string) => DomUtils.getElementsByTagName(tag, document);
	const checks = { scorm12: lintScorm12, cmi5: lintCmi5, cc13: lintCartridge };
	return kind === 'web' ? faults : [...faults, ...checks[kind](all, others)];
}

type Find = (tag: string) => Element[];

function lintPath(path: string): string[] {
	const faults: string[] = [];
	if (path.length > LONGEST_PATH) faults.push(`${path} is longer than ${LONGEST_PATH} characters.`);
	if (!/^[A-Za-z0-9._\-/@+]+$/.test(path))
		faults.push(`${path} has characters that not every system unpacks.`);
	if (path.startsWith('/') || path.split('/').some((part) => part === '' || part === '.' || part === '..'))
		faults.push(`${path} is no plain path inside the package.`);
	return faults;
}

function lintScorm12(all: Find, files: readonly string[]): string[] {
	const faults = lintImsPackage(
		all,
		files,
		'ADL SCORM',
		'1.2',
		'http://www.imsproject.org/xsd/imscp_rootv1p1p2'
	);
	const [organizations] = all('organizations');
	const named = all('organization').map((one) => one.attribs['identifier']);
	if (!named.includes(organizations?.attribs['default']))
		faults.push('organizations@default names no organization.');
	const types = all('resource').map((one) => one.attribs['adlcp:scormtype']);
	// XSD-valid without it, and yet no SCO.
	if (!types.includes('sco')) faults.push('No resource has adlcp:scormtype="sco".');
	if (all('adlcp:masteryscore').length > 0) faults.push('A mastery score lets systems overrule the status.');
	return faults;
}

function lintCartridge(all: Find, files: readonly string[]): string[] {
	const namespace = 'http://www.imsglobal.org/xsd/imsccv1p3/imscp_v1p1';
	const faults = lintImsPackage(all, files, 'IMS Common Cartridge', '1.3.0', namespace);
	const organizations = all('organization');
	if (organizations.length !== 1 || organizations[0]?.attribs['structure'] !== 'rooted-hierarchy')
		faults.push('Expected one organization with structure="rooted-hierarchy".');
	const roots = organizations.flatMap((one) => childrenOf(one, 'item'));
	if (roots.length !== 1 || roots.some((root) => childrenOf(root, 'title').length > 0))
		faults.push('Expected one root item without a title.');
	if (all('resource').some((one) => one.attribs['type'] !== 'webcontent'))
		faults.push('A resource is no web content.');
	if (all('lomimscc:title').length === 0) faults.push('The metadata have no title.');
	return faults;
}

/** What SCORM 1.2 and Common Cartridge share: both are IMS packages. */
function lintImsPackage(
	all: Find,
	files: readonly string[],
	schema: string,
	version: string,
	namespace: string
): string[] {
	const faults: string[] = [];
	const [manifest] = all('manifest');
	if (!manifest?.attribs['identifier']) faults.push('manifest@identifier is missing.');
	if (manifest?.attribs['xmlns'] !== namespace) faults.push(`The namespace is not ${namespace}.`);
	if (textOf(all('schema')[0]) !== schema) faults.push(`metadata/schema is not "${schema}".`);
	if (textOf(all('schemaversion')[0]) !== version) faults.push(`metadata/schemaversion is not "${version}".`);

	const ids = ['manifest', 'organization', 'item', 'resource'].flatMap((tag) =>
		all(tag).flatMap((one) => one.attribs['identifier'] ?? [])
	);
	if (new Set(ids).size < ids.length) faults.push('Two identifiers are the same.');
	const bad = ids.filter((id) => !/^[A-Za-z_][\w.-]*$/.test(id));
	faults.push(...bad.map((id) => `"${id}" is no XML ID.`));

	const resources = new Set(all('resource').map((one) => one.attribs['identifier']));
	const wanted = all('item').flatMap((one) => one.attribs['identifierref'] ?? []);
	if (wanted.length === 0) faults.push('No item leads to a resource.');
	for (const id of wanted) if (!resources.has(id)) faults.push(`No resource has the identifier "${id}".`);

	const listed = all('file').map((one) => one.attribs['href'] ?? '');
	const starts = all('resource').map((one) => one.attribs['href'] ?? '');
	for (const href of [...listed, ...starts])
		if (!files.includes(href)) faults.push(`"${href}" is named but not in the package.`);
	const known = new Set(listed);
	for (const path of files) if (!known.has(path)) faults.push(`"${path}" is in the package but not listed.`);
	return faults;
}

function lintCmi5(all: Find, files: readonly string[]): string[] {
	const faults: string[] = [];
	const [root] = all('courseStructure');
	if (root?.attribs['xmlns'] !== 'https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd')
		faults.push('The namespace is not that of the cmi5 course structure.');
	const [course] = all('course');
	const units = all('au');
	if (!course) faults.push('There is no course.');
	if (units.length === 0) faults.push('There is no unit (au).');
	const both = [...(course ? [course] : []), ...units];
	for (const one of both) {
		const id = one.attribs['id'] ?? '';
		if (!/^[A-Za-z][A-Za-z0-9+.-]*:\S+$/.test(id)) faults.push(`"${id}" is no absolute IRI.`);
		for (const tag of ['title', 'description']) {
			const words = childrenOf(one, tag).flatMap((told) => childrenOf(told, 'langstring'));
			if (words.length === 0 || words.some((word) => textOf(word) === '' || !word.attribs['lang']))
				faults.push(`${one.name} has no ${tag} in a language.`);
		}
	}
	if (new Set(both.map((one) => one.attribs['id'])).size < both.length) faults.push('Two ids are the same.');
	for (const unit of units) {
		const url = textOf(childrenOf(unit, 'url')[0]);
		if (!files.includes(url.replace(/[?#].*$/, ''))) faults.push(`"${url}" is not in the package.`);
		if (!MOVE_ON.includes(unit.attribs['moveOn'] ?? 'NotApplicable'))
			faults.push(`moveOn="${unit.attribs['moveOn']}" is not known.`);
		if (!['OwnWindow', 'AnyWindow'].includes(unit.attribs['launchMethod'] ?? 'AnyWindow'))
			faults.push(`launchMethod="${unit.attribs['launchMethod']}" is not known.`);
	}
	return faults;
}

function childrenOf(element: Element, tag: string): Element[] {
	return DomUtils.getElementsByTagName(tag, element.children, false);
}

function textOf(element: Element | undefined): string {
	return element ? DomUtils.textContent(element).trim() : '';
}
