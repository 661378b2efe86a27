import { describe, expect, it } from 'vitest';
import { Catalogue } from '$lib/model/catalogue';
import { loadCollection } from '$lib/server/load-collection';
import { printForScript } from '../../script-data';
import { describeForMachines } from './structured-data';

const { collection } = loadCollection('tests/fixtures/collections/valid');
const data = collection?.data;

function describeDocument(id: string) {
	const document = data?.documents.find((one) => one.id === id);
	const body = collection?.bodies.get(id);
	if (!data || !document || !body) throw new Error(`no document ${id}`);
	return describeForMachines(new Catalogue(data), document, body);
}

describe('describeForMachines', () => {
	it('tells who wrote to whom and when, in EDTF', () => {
		expect(describeDocument('1911-02-03-skerry-to-head')).toMatchObject({
			'@type': ['ArchiveComponent', 'Message'],
			dateCreated: '1911-02-03',
			dateSent: '1911-02-04',
			dateReceived: '1911-02-05',
			author: [{ '@type': 'Person', name: 'Anna Holm' }],
			recipient: [{ '@type': 'Person', name: 'Peter Lund' }],
			text: expect.stringContaining('The ice came this morning.') as string
		});
	});

	it('leaves out what is unknown, and never passes a précis off as the text', () => {
		const thing = describeDocument('1911-02-05-head-to-skerry');
		expect(Object.keys(thing)).not.toContain('text');
		expect(Object.keys(thing)).not.toContain('dateReceived');
		expect(Object.keys(thing)).not.toContain('license');
	});
});

describe('printForScript', () => {
	it('cannot end the element it stands in, and reads back the same', () => {
		const thing = { name: '</script><script>alert(1)</script> & <!-- \u2028' };
		const printed = printForScript(thing);
		expect(printed).not.toMatch(/[<>&\u2028]/);
		expect(JSON.parse(printed)).toEqual(thing);
	});
});
