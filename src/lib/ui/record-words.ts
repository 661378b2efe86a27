import { m } from '$lib/paraglide/messages';

/** Words of the interface for kinds of document and of place and for how sure a record is: the closed lists that all views say. */
export const DOCUMENT_KINDS = {
	telegram: m.document_telegram,
	letter: m.document_letter,
	conversation: m.document_conversation,
	report: m.document_report,
	order: m.document_order,
	speech: m.document_speech,
	resolution: m.document_resolution,
	note: m.document_note,
	draft: m.document_draft,
	memorandum: m.document_memorandum,
	directive: m.document_directive,
	broadcast: m.document_broadcast,
	agreement: m.document_agreement,
	estimate: m.document_estimate
};

export const CERTAINTIES = {
	high: m.certainty_high,
	medium: m.certainty_medium,
	low: m.certainty_low,
	unknown: m.certainty_unknown
};

export const PLACE_KINDS = {
	capital: m.reader_place_capital,
	city: m.reader_place_city,
	town: m.reader_place_town,
	village: m.reader_place_village,
	port: m.reader_place_port,
	pass: m.reader_place_pass,
	river: m.reader_place_river,
	sea: m.reader_place_sea,
	island: m.reader_place_island,
	mountains: m.reader_place_mountains,
	region: m.reader_place_region,
	country: m.reader_place_country,
	parallel: m.reader_place_parallel,
	reservoir: m.reader_place_reservoir,
	other: m.reader_place_other
};
