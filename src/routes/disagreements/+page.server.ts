import { Catalogue } from '$lib/model/catalogue';
import { referTo } from '$lib/model/references';
import { currentCollection } from '$lib/server/current-collection';
import { inPageLanguage } from '$lib/workspace/spoken';
import { siteOf } from '../site';

export function load() {
	const catalogue = new Catalogue(inPageLanguage(currentCollection().data));
	const { about, data } = catalogue;
	return {
		site: siteOf(about),
		disputes: data.disputes.map((dispute) => ({
			...dispute,
			claims: dispute.claims.map((claim) => ({
				...claim,
				sources: claim.sources.map((citation) => ({
					...citation,
					title: catalogue.titleOf(referTo('source', citation.source))
				})),
				evidence: claim.evidence.map(({ document, annotation }) => ({
					document,
					annotation,
					title: catalogue.titleOf(referTo('document', document)),
					quote: annotation ? catalogue.findPhrase(document, annotation)?.quote : undefined
				}))
			})),
			touches: [
				...dispute.events.map((id) => referTo('event', id)),
				...dispute.fronts.map((id) => referTo('front', id)),
				...dispute.formations.map((id) => referTo('formation', id)),
				...dispute.documents.map((id) => referTo('document', id))
			].map((reference) => ({ reference, title: catalogue.titleOf(reference) }))
		}))
	};
}
