import { m } from '$lib/paraglide/messages';
import { referTo, type Reference } from '$lib/model/references';
import type { ViewState } from '$lib/state/view.svelte';
import { arrangeMarks, raiseMarks } from './arrange';
import type { Frame } from './frame';
import { labelRoom, wishLabels, type LabelWords, type Standing } from './labels';
import type { Lane } from './lanes';
import { placeLabels } from './layout';
import { findElsewhen, findNowhere, type Leftover } from './leftovers';
import { answersOf, drawLinks } from './links';
import { MarkIndex } from './mark-index';
import type { CableFacts } from './mark-facts';
import { collectMarks } from './marks';
import { isFold, type PlacedFold, type PlacedMark } from './place';
import type { Cables } from './play.svelte';
import { createTimeScale } from './scale';
import { carrierText } from './words';

/** What the chart draws of the view's collection in the view's window. Each step is made anew only when what it rests on changes. */
export class Drawing {
	readonly #view: ViewState;
	readonly #frame: () => Frame;
	readonly #lanes: readonly Lane[];
	readonly #all;
	readonly #standing: Standing;
	readonly #words: LabelWords;
	/** The mark that has the focus, or had it last. */
	focused = $state<Reference | null>(null);
	/** A fold whose marks no zoom parts: they are listed under the chart. */
	opened = $state.raw<PlacedFold | null>(null);

	constructor(view: ViewState, lanes: readonly Lane[], frame: () => Frame) {
		this.#view = view;
		this.#lanes = lanes;
		this.#frame = frame;
		this.#all = collectMarks(view.catalogue, lanes);
		this.#standing = {
			selected: ({ facts }) => view.isSelected(facts.reference),
			related: ({ facts }) => view.isRelated(facts.reference)
		};
		this.#words = {
			open: m.timeline_receipt_unknown(),
			carrier: ({ facts }, via) =>
				facts.type === 'cable' ? carrierText(facts.record, via, view.catalogue) : ''
		};
	}

	readonly scale = $derived.by(() =>
		createTimeScale(this.#view.window, [this.#frame().left, this.#frame().right])
	);
	/** Everything that passes the filters. */
	readonly index = $derived.by(() => {
		const { filteredOut } = this.#view;
		const { facts } = this.#all;
		const passing =
			filteredOut.size === 0 ? facts : facts.filter(({ reference }) => !filteredOut.has(reference));
		return new MarkIndex(passing, this.#lanes.length);
	});
	readonly cables: Cables = $derived.by(() => {
		const facts = this.index.facts.filter((mark): mark is CableFacts => mark.type === 'cable');
		return { facts, times: Float64Array.from(facts, ({ at }) => at) };
	});
	readonly #arranged = $derived.by(() => arrangeMarks(this.index, this.scale, this.#frame()));
	/** What no fold may hide: the chosen with its answers, the open document, what is pointed at, what has the focus. */
	readonly #raised = $derived.by(() => {
		const { selection, document, hovered } = this.#view;
		const chosen = this.index.find(selection);
		const answers = chosen?.type === 'cable' ? answersOf(chosen) : [];
		const references = new Set([selection, referTo('document', document), hovered, this.focused, ...answers]);
		return [...references].flatMap((reference) => this.index.find(reference as Reference) ?? []);
	});
	/** In order of time. */
	readonly drawn = $derived.by(
		() => raiseMarks(this.#arranged, this.#raised, this.index, this.scale, this.#frame()).drawn
	);
	readonly marks = $derived.by(() => this.drawn.filter((mark): mark is PlacedMark => !isFold(mark)));
	readonly folds = $derived.by(() => this.drawn.filter(isFold));
	readonly links = $derived.by(() =>
		drawLinks(
			this.drawn,
			this.index,
			this.scale,
			this.#frame(),
			(reference) => this.#view.isSelected(reference) || this.#view.hovered === reference
		)
	);
	readonly #wishes = $derived.by(() =>
		wishLabels(this.marks, this.#view.catalogue, this.scale, this.#frame(), this.#standing, this.#words)
	);
	readonly labels = $derived.by(() => {
		const brought = this.marks
			.map(({ facts }) => facts.reference)
			.filter((reference) => this.#view.isLit(reference) || this.#view.isSelected(reference));
		return placeLabels(this.#wishes, labelRoom(this.drawn, this.#frame()), new Set(brought));
	});
	/** The one mark that Tab stops at. */
	readonly tabStop = $derived.by(() => {
		const keys = new Set<string>(this.drawn.map(({ key }) => key));
		const first = this.marks.find(({ facts }) => facts.at >= this.#view.window[0]) ?? this.drawn[0];
		return [this.focused, this.#view.selection, first?.key].find((key) => key && keys.has(key));
	});
	readonly #nowhere = $derived.by(() => findNowhere(this.#all, this.#view.filteredOut));
	readonly leftovers: Leftover[] = $derived.by(() => {
		const { opened } = this;
		const list = (most: number) => (opened?.list() ?? []).slice(0, most).map(({ reference }) => reference);
		return [
			...(opened ? [{ why: 'folded' as const, count: opened.count, list }] : []),
			...this.#nowhere,
			...findElsewhen(this.index, this.#view.window)
		];
	});
}
